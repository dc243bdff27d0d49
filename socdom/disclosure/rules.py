"""The rule for one figure by itself: when it is too small to be shown, and what stands there when it is not."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.disclosure.dominance import dominated, few_providers
from socdom.disclosure.policy import Policy

# Of these only the value is shown, without what it was made of.
STATISTICS = ("duur", "percentiel", "prijs", "aandeel_bedrag")
AMOUNTS = ("bedrag", "verschil", "gemiddelde")
MONEY = (*AMOUNTS, "prijs", "aandeel_bedrag")


def too_small(frame: pd.DataFrame, kind: pd.Series, policy: Policy) -> pd.Series:
    """Which figures may not be shown on their own account; a size that is unknown is too small.

    Args:
        frame: unprotected figures: numerator, denominator and base, and where the figures of money have them largest,
            two_largest and providers (see `dominance`).
        kind: protection per figure, one of PROTECTIONS.
        policy: the thresholds.

    Returns:
        Boolean per figure:

        - `personen`: a count of 0 up to and including `hidden_up_to`, or one that leaves so few of a denominator. What
          is true of all inhabitants of a buurt, or of all but a few, is known of each of them.
        - `aandeel`: the same of numerator, denominator and their difference.
        - `duur`, `percentiel`: fewer cases than `statistic_base`, `percentile_base`.
        - money: so few persons behind it, too much of it from one or two of them, or (prices and shares of providers)
          from too few providers; of a share of euros also when the part is the whole.
        - `openbaar`: never.
    """
    numerator, denominator, base = frame["numerator"], frame["denominator"], frame["base"]
    limit = policy.hidden_up_to
    few_left = (denominator - numerator).le(limit)
    # Of nobody there is no rate, and so nothing to hide; the figure is impossible.
    everybody = kind.eq("personen") & denominator.ne(0) & few_left
    enough = np.select(
        [
            kind.eq("personen"),
            kind.eq("aandeel"),
            kind.eq("duur"),
            kind.eq("percentiel"),
            kind.isin(MONEY),
        ],
        [
            numerator.gt(limit) & ~everybody,
            numerator.gt(limit) & denominator.gt(limit) & ~few_left,
            base.ge(policy.statistic_base),
            base.ge(policy.percentile_base),
            base.gt(limit) & (kind.ne("aandeel_bedrag") | numerator.lt(denominator)),
        ],
        default=True,
    )
    small = pd.Series(~enough.astype(bool), index=frame.index)
    return small | dominated(frame, kind, policy) | few_providers(frame, kind, policy)


def rounded(frame: pd.DataFrame, kind: pd.Series, policy: Policy) -> pd.DataFrame:
    """Numerator and denominator as they may be shown when they are not hidden; half is rounded up.

    Args:
        frame: unprotected figures.
        kind: protection per figure.
        policy: counts are rounded to the nearest `round_to`, amounts to the nearest `amount_round_to`. A denominator of
            `personen` or `bedrag` is public and stays.

    Returns:
        Columns numerator and denominator, one row per figure.
    """
    numerator, denominator = frame["numerator"].astype(float), frame["denominator"].astype(float)
    counts = kind.isin(["personen", "aandeel"])
    numerator = numerator.mask(counts, _nearest(numerator, policy.round_to))
    numerator = numerator.mask(kind.isin(AMOUNTS), _nearest(numerator, policy.amount_round_to))
    people = kind.isin(["aandeel", "gemiddelde"])
    denominator = denominator.mask(people, _nearest(denominator, policy.round_to))
    return pd.DataFrame({"numerator": numerator, "denominator": denominator})


def values(
    frame: pd.DataFrame, shown: pd.DataFrame, kind: pd.Series, scale: pd.Series, policy: Policy
) -> pd.Series:
    """Value from the numbers as they are shown: a rate, or the numerator itself; a statistic as it is, in few decimals.

    A rate tells nothing that the rounded count and its denominator do not. A share in percent of a small whole gets
    fewer decimals (`share_decimals`): its counts are not known so precisely.

    Args:
        frame: unprotected figures; of statistics the value is used.
        shown: numerator and denominator as they are shown, see `rounded`.
        kind: protection per figure.
        scale: what numerator / denominator is multiplied by, per figure.
        policy: the decimals.

    Returns:
        Value per figure; NaN or infinite where it cannot be formed.
    """
    numerator, denominator = shown["numerator"], shown["denominator"]
    rate = numerator * scale / denominator
    percentage = kind.eq("aandeel") & scale.eq(100)
    value = numerator.where(
        denominator.isna(), rate.mask(percentage, _few_decimals(rate, denominator, policy))
    )
    exact = frame["value"].astype(float)
    decimals = kind.map(lambda name: policy.price_decimals if name == "prijs" else policy.statistic_decimals)
    return value.where(~kind.isin(STATISTICS), _to_decimals(exact, decimals))


def _few_decimals(percentage: pd.Series, whole: pd.Series, policy: Policy) -> pd.Series:
    """Percentages in the decimals that go with the size of their rounded whole."""
    below = [np.inf if base is None else base for base, _ in policy.share_decimals]
    decimals = np.array([number for _, number in policy.share_decimals])
    place = np.searchsorted(below, whole.fillna(0).to_numpy(float), side="right")
    return _to_decimals(percentage, pd.Series(decimals[place], index=percentage.index))


def _to_decimals(value: pd.Series, decimals: pd.Series) -> pd.Series:
    step = 10.0 ** decimals.astype(float)
    return np.floor(value * step + 0.5) / step


def _nearest(numbers: pd.Series, step: int) -> pd.Series:
    return np.floor(numbers / step + 0.5) * step
