"""The standard error of the chain ladder, without an assumption about the distribution.

Source: Mack, Distribution-free calculation of the standard error of chain ladder reserve estimates (ASTIN Bulletin 23,
1993), formulas for sigma², the standard error per origin and of the total; sigma² of the last age by his rule.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socdom.stats.chain_ladder import factors, ultimates

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class MackErrors:
    """Standard errors in the unit of the amounts.

    Attributes:
        sigma2: per age but the last, shape (ages - 1,).
        by_origin: of the final amount, shape (origins,).
        total: of the sum of all final amounts, which go up and down together.
    """

    sigma2: Floats
    by_origin: Floats
    total: float


def mack(triangle: Floats) -> MackErrors | None:
    """Standard errors of a whole triangle; None where one cannot be told.

    That is with fewer than four ages, with a cell at or below zero, or with ages that no two origins were seen at.

    Args:
        triangle: see `socdom.stats.triangle`; as many origins as ages.
    """
    origins, ages = triangle.shape
    known = triangle[~np.isnan(triangle)]
    if origins != ages or ages < 4 or (known <= 0).any():
        return None
    grown = factors(triangle)
    sigma2 = _sigma2(triangle, grown)
    full, final = _completed(triangle, grown), ultimates(triangle, grown)
    ratio = sigma2 / grown**2
    # Sum over the origins that the factor of an age rests on.
    seen = np.array([triangle[: origins - age - 1, age].sum() for age in range(ages - 1)])
    squares = np.zeros(origins)
    for origin in range(1, origins):
        ahead = slice(origins - 1 - origin, ages - 1)
        squares[origin] = (
            final[origin] ** 2 * (ratio[ahead] * (1 / full[origin, :-1][ahead] + 1 / seen[ahead])).sum()
        )
    together = sum(
        2 * final[origin] * final[origin + 1 :].sum() * (ratio / seen)[origins - 1 - origin :].sum()
        for origin in range(1, origins)
    )
    return MackErrors(sigma2, np.sqrt(squares), float(np.sqrt(squares.sum() + together)))


def _sigma2(triangle: Floats, grown: Floats) -> Floats:
    before, after = triangle[:, :-1], triangle[:, 1:]
    spread = before * (after / before - grown) ** 2
    freedom = np.sum(~np.isnan(after), axis=0) - 1
    sums = np.nansum(spread, axis=0)
    sigma2 = np.divide(sums, freedom, out=np.zeros(len(sums)), where=freedom > 0)
    if sigma2[-3] > 0:
        sigma2[-1] = min(sigma2[-2] ** 2 / sigma2[-3], sigma2[-3], sigma2[-2])
    return sigma2


def _completed(triangle: Floats, grown: Floats) -> Floats:
    """The triangle with what is still to come filled in."""
    full = triangle.copy()
    for age, factor in enumerate(grown, start=1):
        full[:, age] = np.where(np.isnan(full[:, age]), full[:, age - 1] * factor, full[:, age])
    return full
