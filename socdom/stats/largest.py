"""What the largest few of each cell have together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Largest:
    """Shape (cells,) each.

    Attributes:
        top: sum of the largest.
        total: sum of all.
        members: how many there are.
    """

    top: Ints
    total: Ints
    members: Ints


def largest(cell: Ints, size: Ints, number: int, cells: int) -> Largest:
    """Sum of the `number` largest sizes in each cell, and of all; only sizes above zero take part.

    Which of two equal sizes comes first makes no difference to a sum.

    Args:
        cell: 0 ≤ cell < cells.
        size: whole numbers.
        number: how many are taken.
        cells: number of cells.
    """
    part = size > 0
    cell, size = cell[part], size[part]
    order = np.lexsort((-size, cell))
    cell, size = cell[order], size[order]
    below = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(size)])
    edges = np.searchsorted(cell, np.arange(cells + 1))
    start, end = edges[:-1], edges[1:]
    reach = np.minimum(start + number, end)
    return Largest(below[reach] - below[start], below[end] - below[start], end - start)
