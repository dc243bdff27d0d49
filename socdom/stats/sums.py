"""Sums of whole numbers per cell, without losing one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
# Above this a sum of whole numbers in floating point could lose a unit.
_EXACT = 2**53


def exact_sums(cell: Ints, value: Ints, cells: int) -> Ints:
    """Sum of `value` in each cell, int64 of shape (cells,).

    Args:
        cell: 0 ≤ cell < cells.
        value: whole numbers.
        cells: number of cells.

    Raises:
        OverflowError: the values are too large to be summed exactly.
    """
    if np.abs(value.astype(float)).sum() >= _EXACT:
        raise OverflowError("the values are too large to be summed exactly")
    return np.bincount(cell, weights=value, minlength=cells).astype(np.int64)
