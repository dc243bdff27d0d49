"""Cells of a file as they came → text to look at. Cells that are a date stand apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

# From this year on a date means that there is no end.
OPEN_YEAR = 2900


@dataclass(frozen=True, eq=False)
class ColumnCells:
    """The filled cells of one column.

    Attributes:
        texts: distinct text → number of rows with it; what was no text is written as a number without ",0".
        dates: number of rows with a cell that is a date.
        open_ends: of those dates, the ones that mean "no end", as 31-12-9999 → number of rows.
        numbers: number of rows with a cell that is a number.
        rows: number of rows, empty ones too.
        seen: what was found of these cells before, so that they are read once for all deliveries they could be of.
    """

    texts: pd.Series
    dates: int
    open_ends: Mapping[str, int]
    numbers: int
    rows: int
    seen: dict[tuple[str, ...], float] = field(default_factory=dict)

    @property
    def filled(self) -> int:
        """Rows in which something stands."""
        return int(self.texts.sum()) + self.dates

    def share(self, right: pd.Series, *, dates: bool = False) -> float:
        """Share of the filled rows that is right.

        Args:
            right: one boolean per distinct text.
            dates: cells that are a date are right as well.
        """
        if not self.filled:
            return 0.0
        return (int(self.texts[right.to_numpy(dtype=bool)].sum()) + self.dates * dates) / self.filled


def cells_of(column: pd.Series) -> ColumnCells:
    """Look at a column of `FileLook.columns`."""
    counted = column.astype("object").value_counts(dropna=True, sort=False)
    texts: dict[str, int] = {}
    open_ends: dict[str, int] = {}
    dates = numbers = 0
    for cell, count in counted.items():
        if isinstance(cell, dt.date):  # datetime and Timestamp are dates too
            dates += count
            if cell.year >= OPEN_YEAR:
                written = f"{cell.day:02}-{cell.month:02}-{cell.year}"
                open_ends[written] = open_ends.get(written, 0) + count
            continue
        numbers += count * (isinstance(cell, int | float | Decimal) and not isinstance(cell, bool))
        if text := _text(cell):
            texts[text] = texts.get(text, 0) + count
    return ColumnCells(
        pd.Series(texts, dtype="int64", index=list(texts)), dates, open_ends, numbers, len(column)
    )


def _text(cell: object) -> str:
    if isinstance(cell, float | Decimal) and cell == int(cell):
        return str(int(cell))
    return str(cell).strip()
