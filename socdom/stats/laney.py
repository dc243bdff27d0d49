"""Limits of a rate whose denominator varies: the p' and u' charts of Laney.

Method: D.B. Laney, Improved control charts for attributes, Quality Engineering 14(4), 2002; moving ranges screened as
in the R package qicharts2. A plain p or u chart takes all variation for chance of counting; of a municipality that
makes its limits far too narrow. Laney measures how much the series really varies from quarter to quarter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from socdom.stats.xmr import Floats, mean_moving_range

# Mean moving range of a normal distribution with standard deviation 1 (d2 for two values).
_D2 = 1.128
SIGMAS = 3.0


@dataclass(frozen=True)
class LaneyLimits:
    """Centre line, and for each point how far the limits lie from it; not cut at 0 or 1.

    Attributes:
        centre: all cases divided by all sizes.
        reach: shape (n,); NaN in a gap.
        sigma_z: how much more (above 1) or less than chance of counting the series varies.
    """

    centre: float
    reach: Floats
    sigma_z: float


def laney_limits(
    rates: Floats, sizes: Floats, kind: Literal["p", "u"], learn: slice = slice(None)
) -> LaneyLimits:
    """Limits at SIGMAS standard deviations.

    Args:
        rates: cases divided by size, shape (n,), in order of time; NaN is a gap.
        sizes: denominators, above 0, shape (n,).
        kind: "p" for a share of a whole (0 to 1), "u" for cases per unit (0 and up).
        learn: the points that centre and variation are taken from; the limits are given for all.

    Returns:
        limits; `sigma_z` is NaN when no two neighbours have a value, or every rate is 0 or all.
    """
    rate, size = rates[learn], sizes[learn]
    known = np.isfinite(rate) & np.isfinite(size)
    centre = float((rate[known] * size[known]).sum() / size[known].sum())
    variance = centre * (1 - centre) if kind == "p" else centre
    if variance <= 0:
        return LaneyLimits(centre, np.full(len(rates), np.nan), float("nan"))
    sigma = np.sqrt(variance / sizes)
    sigma_z = mean_moving_range((rate - centre) / sigma[learn]) / _D2
    return LaneyLimits(centre, SIGMAS * sigma * sigma_z, sigma_z)
