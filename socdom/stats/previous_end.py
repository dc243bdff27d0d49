"""When the episode before it ended."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
S = TypeVar("S", bound=np.generic)


def days_since_previous(unit: Ints, start: Ints, end: Ints) -> tuple[Ints, Flags]:
    """Days from the end of the previous episode of the unit to the start of each episode.

    Args:
        unit: any int64.
        start, end: first and last day of the episode of each row; an episode may be given in several rows, and
            those of a unit do not overlap.

    Returns:
        for each row start - previous end (0 without a previous one), and whether there is a previous one.
    """
    order = np.lexsort((start, unit))
    unit, start, end = unit[order], start[order], end[order]
    same_unit = np.zeros(len(unit), dtype=bool)
    same_unit[1:] = unit[1:] == unit[:-1]
    begins = np.ones(len(unit), dtype=bool)
    begins[1:] = ~same_unit[1:] | (start[1:] != start[:-1])
    # Of each row the first row of its episode; the row before that one is of the previous episode.
    opening = np.maximum.accumulate(np.where(begins, np.arange(len(unit)), 0))
    follows = same_unit[opening]
    days = np.where(follows, start - end[opening - 1], 0)
    return _back(order, days), _back(order, follows)


def _back(order: Ints, values: NDArray[S]) -> NDArray[S]:
    """In the order of the input again."""
    result = np.empty_like(values)
    result[order] = values
    return result
