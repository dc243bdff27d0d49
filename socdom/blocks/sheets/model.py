"""What a sheet of the workbook holds, before it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from socdom.blocks.sheets.shorthand import marks_of


@dataclass(frozen=True)
class Number:
    """A number as a number.

    Attributes:
        decimals: to show; the number itself is not rounded.
        mark: shorthand that is shown behind it ("v"); "" for none.
    """

    value: float
    decimals: int = 0
    mark: str = ""


Cell = str | Number


@dataclass(frozen=True)
class Column:
    """A column: its header, and its width in characters."""

    head: str
    width: int = 14


@dataclass(frozen=True)
class Sheet:
    """A sheet with one table.

    Attributes:
        name: on the tab, at most 31 characters.
        title: above the table, and in the contents.
        columns, rows: every row has a cell for every column, and no cell is empty.
        lines: sentences between title and table.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[str, ...] = ()

    @property
    def table_name(self) -> str:
        """Name of the table in a program: "Tabel_Jeugd"."""
        return "Tabel_" + re.sub(r"\W+", "_", self.name)

    @cached_property
    def numeric(self) -> tuple[bool, ...]:
        """Whether each column holds numbers."""
        return tuple(
            any(isinstance(row[place], Number) for row in self.rows) for place in range(len(self.columns))
        )

    @property
    def marks(self) -> frozenset[str]:
        """The shorthand that is used in the table."""
        return marks_of(
            cell if isinstance(cell, str) else f"[{cell.mark}]" for row in self.rows for cell in row
        )
