"""What a median or a share tells of a count in another indicator: how many cases there were.

A median is shown from `statistic_base` cases on, a percentile from `percentile_base`. So a median waiting time
says that help began at least so often, also where the number of persons for whom it began is hidden to protect a
smaller one beside it. A share is shown with its denominator, which says about how often.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.disclosure.bounds import Bounds
from socdom.disclosure.policy import KEY, Policy


@dataclass(frozen=True)
class Told:
    """Intervals as parallel arrays.

    Attributes:
        figure: position of a count among the figures.
        by: position of the median or share that tells it.
        low, high: between which numbers the count is as long as `by` is shown.
    """

    figure: np.ndarray
    by: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def applied(self, bounds: Bounds, hidden: np.ndarray) -> Bounds:
        """The bounds with what is still told; `hidden` has one entry per figure."""
        low, high, still = bounds.low.copy(), bounds.high.copy(), ~hidden[self.by]
        np.maximum.at(low, self.figure[still], self.low[still])
        np.minimum.at(high, self.figure[still], self.high[still])
        return Bounds(low, high)


def told_by_statistics(
    frame: pd.DataFrame,
    rounded: pd.DataFrame,
    kind: pd.Series,
    shown: pd.Series,
    cases: Mapping[str, str],
    policy: Policy,
) -> Told:
    """Find the counts of which a median or share tells something.

    Args:
        frame: unprotected figures.
        rounded: `denominator` as it is shown.
        kind: protection per figure.
        shown: figures that protection is about.
        cases: indicator of medians or shares → indicator that counts the persons whose cases these are.
    """
    sources = frame.loc[shown & frame["indicator"].isin(cases), KEY].assign(
        by=lambda rows: rows.index, indicator=lambda rows: rows["indicator"].map(cases)
    )
    pairs = sources.merge(frame[KEY].assign(figure=frame.index))
    by, figure = pairs["by"].to_numpy(dtype=np.int64), pairs["figure"].to_numpy(dtype=np.int64)
    share = kind.eq("aandeel").to_numpy()[by]
    least = np.where(kind.eq("percentiel").to_numpy()[by], policy.percentile_base, policy.statistic_base)
    whole = rounded["denominator"].to_numpy(dtype=float)[by]
    # One person can have two cases, so the truth may lie outside; an interval must not exclude it.
    true = frame["numerator"].fillna(0).to_numpy(dtype=float)[figure]
    low = np.minimum(np.where(share, policy.low(whole), least), true)
    high = np.maximum(np.where(share, policy.high(whole), np.inf), true)
    return Told(figure, by, low, high)
