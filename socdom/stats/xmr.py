"""Limits of an individuals chart (XmR) from moving ranges.

Method: D.J. Wheeler, Understanding Variation; as used in NHS Making Data Count and in NHSRplotthedots 0.2.2. Moving
ranges that are themselves outliers are left out once (L.S. Nelson, Journal of Quality Technology 14, 1982), so that one
far point does not widen the limits behind which it should be found.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SCREEN = 3.267
WIDTH = 2.66


@dataclass(frozen=True)
class XmrLimits:
    """Centre line, and how far the limits lie from it on either side."""

    centre: float
    reach: float

    @property
    def lower(self) -> float:
        return self.centre - self.reach

    @property
    def upper(self) -> float:
        return self.centre + self.reach


def mean_moving_range(values: Floats, *, screen: bool = True) -> float:
    """Mean of the differences between neighbours, without sign.

    Args:
        values: shape (n,), in order of time; NaN is a gap, and no difference is taken over a gap.
        screen: leave out ranges of SCREEN times their mean or more, once. When only zeros would be left nothing is
            left out: a series that is mostly flat still has its one step to tell how far it moves.

    Returns:
        NaN when no two neighbours have a value.
    """
    ranges = np.abs(np.diff(values))
    ranges = ranges[np.isfinite(ranges)]
    if not ranges.size:
        return float("nan")
    mean = float(ranges.mean())
    kept = ranges[ranges < SCREEN * mean] if screen else ranges
    return float(kept.mean()) if kept.any() else mean


def xmr_limits(values: Floats, *, screen: bool = True) -> XmrLimits:
    """Mean of the values, and limits at WIDTH mean moving ranges from it.

    Args:
        values: shape (n,), in order of time; NaN is a gap. At least one value.
        screen: see `mean_moving_range`.
    """
    return XmrLimits(float(np.nanmean(values)), WIDTH * mean_moving_range(values, screen=screen))
