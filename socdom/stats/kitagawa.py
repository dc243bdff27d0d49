"""Split a difference between two rates into what the groups did themselves and how the mix of groups changed.

E. M. Kitagawa, "Components of a Difference Between Two Rates", Journal of the American Statistical Association 50
(1955), p. 1168-1194. A rate of everybody is the mean of the rates of the groups, weighted with their sizes. The
difference of the rates at the mean of the sizes is what the groups did (rate effect); the difference of the sizes at
the mean of the rates is the other mix (composition effect). The two add up to the difference, without a rest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class RateEffects:
    """Effects of each group, shape (groups,); all of them together are the difference of the two rates.

    Attributes:
        own: of the rate of the group.
        mix: of its size beside the others, held against the rate of everybody: a group that grows and has a higher
            rate than everybody gives more.
    """

    own: Floats
    mix: Floats


def kitagawa(part0: Floats, whole0: Floats, part1: Floats, whole1: Floats) -> RateEffects:
    """Effects of groups that have no member in common.

    A group without a whole at one of both moments has no rate there, so that what it adds counts as mix; without a
    whole at both moments it is all its own.

    Args:
        part0, whole0: numerator and denominator of each group before; the sum of the denominators is not 0.
        part1, whole1: the same now.
    """
    total0, total1 = whole0.sum(), whole1.sum()
    size0, size1 = whole0 / total0, whole1 / total1
    added = part1 / total1 - part0 / total0
    both, never = (whole0 != 0) & (whole1 != 0), (whole0 == 0) & (whole1 == 0)
    change = _rate(part1, whole1, both) - _rate(part0, whole0, both)
    own = np.where(never, added, (size0 + size1) / 2 * change)
    middle = (part0.sum() / total0 + part1.sum() / total1) / 2
    return RateEffects(own, added - own - middle * (size1 - size0))


def _rate(part: Floats, whole: Floats, where: NDArray[np.bool_]) -> Floats:
    return np.divide(part, whole, out=np.zeros(len(part)), where=where)
