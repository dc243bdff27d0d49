"""Rows of a table as stretches of quarters: what the engine counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


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
        return Spans(
            self.row[index],
            self.unit[index],
            self.person[index],
            self.first[index],
            self.last[index],
            self.value[index],
        )

    def cut(self, first: Ints, last: Ints) -> tuple[Spans, NDArray[np.bool_]]:
        """The parts within other stretches, position by position, and a mask of where something is left."""
        first, last = np.maximum(self.first, first), np.minimum(self.last, last)
        left = first <= last
        cut = Spans(self.row, self.unit, self.person, first, last, self.value)
        return cut.take(left), left


def joined(parts: list[Spans]) -> Spans:
    """Stretches one after another."""
    names = ("row", "unit", "person", "first", "last", "value")
    return Spans(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))
