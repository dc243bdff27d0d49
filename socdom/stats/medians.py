"""Medians of groups, for all groups at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def medians(group: Ints, value: Ints, groups: int) -> tuple[NDArray[np.float64], Ints]:
    """Median of `value` in each group, and the number of values in it.

    The median of an even number of values is the mean of the two in the middle. A group without values has
    NaN.

    Args:
        group: group of each value, 0 ≤ group < groups.
        value: whole numbers.
        groups: number of groups.

    Returns:
        two arrays of length `groups`.
    """
    ordered = value[np.lexsort((value, group))]
    count = np.bincount(group, minlength=groups).astype(np.int64)
    offset = np.cumsum(count) - count
    filled = count > 0
    low = ordered[(offset + (count - 1) // 2)[filled]]
    high = ordered[(offset + count // 2)[filled]]
    result = np.full(groups, np.nan)
    result[filled] = (low + high) / 2
    return result, count
