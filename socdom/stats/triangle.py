"""Run-off triangles: how an amount about a period grows while bills about it keep coming in.

An array of shape (origins, ages): row = the period it is about, oldest first; column = its age, the number of whole
periods since the first day of valuation after it. A cell holds the amount that had come in by then, NaN where that day
is still to come. Amounts may fall: credits come in late as well.

Source: Friedland, Estimating Unpaid Claims Using Basic Techniques (CAS, 2010), chapter 5.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from socdom.stats.sums import exact_sums

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def increments(origin: Ints, valuation: Ints, amount: Ints, shape: tuple[int, int]) -> Floats:
    """Sum of amounts per origin and age at which they first count; what came in before age 0 counts at age 0.

    Args:
        origin: row of each amount, 0 ≤ origin < shape[0].
        valuation: number of the first day of valuation that saw it; that of an origin itself is age 0.
        amount: whole numbers, int64.
        shape: origins and ages; what comes in after the last age counts at none.

    Raises:
        OverflowError: the amounts are too large to be summed exactly.
    """
    age = np.maximum(valuation - origin, 0)
    kept = age < shape[1]
    cell = origin[kept] * shape[1] + age[kept]
    return exact_sums(cell, amount[kept], shape[0] * shape[1]).reshape(shape).astype(float)


def cumulative(grown: Floats) -> Floats:
    """The triangle of such increments: sums over age, NaN beyond the newest diagonal.

    Args:
        grown: shape (..., origins, ages); the last origin has been seen at age 0 only.
    """
    summed = np.cumsum(grown, axis=-1)
    return np.where(_known(*grown.shape[-2:]), summed, np.nan)


def as_seen(triangle: Floats, back: int) -> Floats:
    """The triangle as it was a number of valuations ago: without the newest origins and diagonals."""
    origins, ages = triangle.shape[-2:]
    kept = max(origins - back, 0)
    return np.where(_known(kept, ages), triangle[..., :kept, :], np.nan)


def latest(triangle: Floats) -> Floats:
    """The newest cell of each origin, shape (..., origins)."""
    origins, ages = triangle.shape[-2:]
    return triangle[..., np.arange(origins), age_now(origins, ages)]


def age_now(origins: int, ages: int) -> Ints:
    """The age of each origin at the newest valuation, at most the last age there is."""
    return np.minimum(origins - 1 - np.arange(origins), ages - 1)


def _known(origins: int, ages: int) -> NDArray[np.bool_]:
    return np.arange(ages)[None, :] <= (origins - 1 - np.arange(origins))[:, None]
