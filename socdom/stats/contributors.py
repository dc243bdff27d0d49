"""How many units have a part in the amount of each cell, and what the two with the most have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socdom.stats.blocks import BLOCK, blocks, side_by_side
from socdom.stats.numbering import numbered
from socdom.stats.packing import pack

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Contributors:
    """Of each cell; arrays of one shape.

    Attributes:
        number: of units with a line in the cell, also when their lines add up to nothing.
        first, second: what the one and the next unit with the most have; 0 when there is none above zero.
    """

    number: Ints
    first: Ints
    second: Ints

    def __add__(self, other: Contributors) -> Contributors:
        """Of both together; no unit is in both."""
        lower = np.minimum(self.first, other.first)
        return Contributors(
            self.number + other.number,
            np.maximum(self.first, other.first),
            np.maximum(lower, np.maximum(self.second, other.second)),
        )

    def each(self, change: Callable[[Ints], Ints]) -> Contributors:
        """The same with each array changed alike: in another shape, or moved."""
        return Contributors(change(self.number), change(self.first), change(self.second))


def contributors(cell: Ints, unit: Ints, value: Ints, cells: int) -> Contributors:
    """Add the values of a unit in a cell up, and find the two largest sums of each cell.

    The rows are done block by block with all rows of a unit in one block, as `count_distinct` does.

    Args:
        cell: 0 ≤ cell < cells.
        unit: any int64; whole numbers in order are quickest.
        value: whole numbers, also below zero; their sums must fit in 64 bits.
        cells: number of cells.

    Returns:
        arrays of shape (cells,).

    Raises:
        OverflowError: cells × units × rows of a block does not fit in 64 bits.
    """
    parts = list(blocks(unit, max(BLOCK, cells)))
    found = side_by_side(lambda part: _of_block(cell[part], unit[part], value[part], cells), parts)
    return sum(found[1:], found[0])


def _of_block(cell: Ints, unit: Ints, value: Ints, cells: int) -> Contributors:
    number, first, second = (np.zeros(cells, dtype=np.int64) for _ in range(3))
    if not len(cell):
        return Contributors(number, first, second)
    place, amount = _per_unit(cell, unit, value)
    begins = _begins(place)
    present = place[begins]
    number[present] = np.diff(begins, append=len(place))
    first[present], second[present] = _two_largest(np.maximum(amount, 0), begins)
    return Contributors(number, first, second)


def _per_unit(cell: Ints, unit: Ints, value: Ints) -> tuple[Ints, Ints]:
    """Cell and sum of every unit in every cell, in order of cell."""
    number, units = numbered(unit)
    # The row in the last digits: one plain sort gives the order, and is quicker than sorting places.
    key = pack(pack(cell, number, units), np.arange(len(cell)), len(cell))
    key.sort()
    owner, row = np.divmod(key, len(cell))
    begins = _begins(owner)
    return owner[begins] // units, np.add.reduceat(value[row], begins)


def _begins(ordered: Ints) -> Ints:
    """Where each number begins in a sorted array that is not empty."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.flatnonzero(ordered[1:] != ordered[:-1]) + 1])


def _two_largest(amount: Ints, begins: Ints) -> tuple[Ints, Ints]:
    """The largest and the next of each stretch of amounts of at least 0; 0 where there is no next."""
    first = np.maximum.reduceat(amount, begins)
    tops = np.flatnonzero(amount == np.repeat(first, np.diff(begins, append=len(amount))))
    # Without the first of the largest: another with as much is the second.
    rest = amount.copy()
    rest[tops[np.searchsorted(tops, begins)]] = 0
    return first, np.maximum.reduceat(rest, begins)
