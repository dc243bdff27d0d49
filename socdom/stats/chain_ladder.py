"""The chain ladder: what an amount will be when all has come in, from how earlier ones grew.

Source: Mack, Distribution-free calculation of the standard error of chain ladder reserve estimates (ASTIN Bulletin 23,
1993): volume-weighted age-to-age factors. The amount at zero: baselinenowcast (Wellcome Open Research 10-614).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from socdom.stats.triangle import age_now, latest

Floats = NDArray[np.float64]


def factors(triangle: Floats, last: int | None = None) -> Floats:
    """Volume-weighted age-to-age factors, shape (ages - 1,): how much an amount grows from an age to the next.

    NaN where no origin was seen at both ages, or nothing came in at either; infinite where all came in after the first.

    Args:
        triangle: see `socdom.stats.triangle`.
        last: of each age only this many newest origins; None for all.
    """
    before, after = triangle[:, :-1], triangle[:, 1:]
    both = ~np.isnan(after)
    if last is not None:
        newer = np.cumsum(both[::-1], axis=0)[::-1]
        both &= newer <= last
    seen = np.where(both, before, 0.0).sum(axis=0)
    grown = np.where(both, after, 0.0).sum(axis=0)
    without = np.where((seen == 0) & (grown > 0), np.inf, np.nan)
    return np.divide(grown, seen, out=without, where=seen > 0)


def completeness(age_to_age: Floats) -> Floats:
    """Part of the final amount that is in at each age, shape (ages,); 1 at the last age, 0 where nothing ever is.

    A factor that is not known counts as 1: nothing more is expected of what was never seen.
    """
    known = np.where(np.isnan(age_to_age), 1.0, age_to_age)
    with np.errstate(invalid="ignore"):  # all in later, and then all taken back
        final = np.append(np.cumprod(known[::-1])[::-1], 1.0)
    return np.divide(1.0, final, out=np.ones(len(final)), where=final > 0)


def ultimates(triangle: Floats, age_to_age: Floats) -> Floats:
    """The final amount of each origin, shape (origins,): what is in, divided by the part that is in; NaN of nothing."""
    part = completeness(age_to_age)[age_now(*triangle.shape)]
    return np.divide(latest(triangle), part, out=np.full(len(part), np.nan), where=part > 0)


def from_nothing(part: float, one: float) -> float:
    """The final amount where nothing has come in yet, for which the chain ladder gives nothing for ever.

    The mean of what is missing when the first bill is still to come: one · (1 - part) / part.

    Args:
        part: part of the final amount that is in, 0 < part ≤ 1.
        one: mean amount of one bill.
    """
    return one * (1 - part) / part
