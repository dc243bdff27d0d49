"""How often each value occurs in each cell: small, exact, and of several parts it can be summed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socdom.stats.packing import pack

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Histogram:
    """Values of cells with the number of times they occur, sorted by cell and value; a pair occurs once.

    Attributes:
        cell: ≥ 0.
        value: whole number.
        count: > 0.
    """

    cell: Ints
    value: Ints
    count: Ints

    @classmethod
    def of_values(cls, cell: Ints, value: Ints) -> Histogram:
        """Count loose values.

        Raises:
            OverflowError: cells × range of the values does not fit in 64 bits.
        """
        low, width = value_range(value)
        key, count = np.unique(pack(cell, value - low, width), return_counts=True)
        cell, value = np.divmod(key, width)
        return cls(cell, value + low, count.astype(np.int64))

    @classmethod
    def of_counts(cls, cell: Ints, value: Ints, count: Ints) -> Histogram:
        """Sort pairs that each occur once; a count of zero is left out.

        Raises:
            OverflowError: cells × range of the values does not fit in 64 bits.
        """
        low, width = value_range(value)
        order = np.argsort(pack(cell, value - low, width))
        order = order[count[order] > 0]
        return cls(cell[order], value[order], count[order])

    def totals(self, cells: int) -> Ints:
        """Number of values in each cell, shape (cells,)."""
        below = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(self.count)])
        edges = np.searchsorted(self.cell, np.arange(cells + 1))
        return np.diff(below[edges])

    def at_rank(self, cell: Ints, rank: Ints) -> Ints:
        """The value at a place in the ordered values of a cell.

        Args:
            cell: cells of this histogram that have values.
            rank: of each, 0 ≤ rank < number of values in the cell.
        """
        upto = np.cumsum(self.count)
        starts = np.searchsorted(self.cell, cell)
        before = upto[starts] - self.count[starts]
        return self.value[np.searchsorted(upto, before + rank, side="right")]


def value_range(value: Ints) -> tuple[int, int]:
    """Lowest value, and how many whole numbers there are from it up to the highest."""
    if not len(value):
        return 0, 1
    low = int(value.min())
    return low, int(value.max()) - low + 1
