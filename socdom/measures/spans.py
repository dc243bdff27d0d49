"""Rows of a table as stretches of quarters: what the engine counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

_COLUMNS = ("row", "unit", "person", "first", "last", "value")


@dataclass(frozen=True)
class Spans:
    """Stretches of quarters; all arrays have the same length.

    Attributes:
        row: position of the row in the selected rows; its codes decide the category.
        unit: what is counted once (a person, a household, an episode, a row).
        person: whose residence and age count.
        first, last: first and last quarter, both included, as `Quarter.index`; an event has first = last.
        value: what is added up or ordered (days, eurocents, 0 or 1).
    """

    row: Ints
    unit: Ints
    person: Ints
    first: Ints
    last: Ints
    value: Ints

    def __len__(self) -> int:
        return len(self.unit)

    def take(self, index: NDArray[np.generic]) -> Spans:
        """The stretches at these positions, or where a mask is true."""
        # Columns that are one and the same array, such as the quarters of an event, stay so and are taken once.
        columns = [getattr(self, name) for name in _COLUMNS]
        taken = {id(column): column[index] for column in {id(column): column for column in columns}.values()}
        return Spans(*(taken[id(column)] for column in columns))

    def cut(self, first: Ints | int, last: Ints | int) -> tuple[Spans, NDArray[np.bool_]]:
        """The parts within other stretches, and a mask of where something is left.

        Args:
            first, last: of the other stretches, position by position or one for all.
        """
        if self.first is self.last:
            left = (first <= self.first) & (self.first <= last)
            return self.take(left), left
        first, last = np.maximum(self.first, first), np.minimum(self.last, last)
        left = first <= last
        cut = replace(self, first=first, last=last)
        return cut if left.all() else cut.take(left), left


def joined(parts: list[Spans]) -> Spans:
    """Stretches one after another."""
    return Spans(*(np.concatenate([getattr(part, name) for part in parts]) for name in _COLUMNS))
