"""A sheet of a spreadsheet: xlsx and ods. Cells keep their type; formulas give the value they were saved with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from socdom.parameters.bronnen import Bestand
from socdom.sources.files.kind import KINDS
from socdom.sources.files.lost_cells import lost_cells
from socdom.sources.files.opened import AGAIN, Cells, Opened, refused, secret
from socdom.sources.files.sheet_names import called, loose, may_be_told
from socdom.sources.raw import UNREADABLE
from socdom.sources.standard_cells import plain_text

TOP = 40
_DAMAGED = "het bestand is beschadigd of geen goede spreadsheet"


@dataclass(frozen=True)
class SheetFile(Opened):
    """Rows of typed cells.

    Attributes:
        read: the sheet, as calamine gives it.
        lost: row and column, from 0, of cells whose value is lost.
        left: column of the sheet in which its first cell stands.
    """

    read: Any = field(default=None, repr=False)
    lost: frozenset[tuple[int, int]] = frozenset()
    left: int = 0

    def first_rows(self) -> list[list[object]]:
        """The first rows of the sheet."""
        return [list(row) for row in islice(self.read.iter_rows(), TOP)]

    def cells(self, places: Sequence[int], limit: int | None = None) -> Cells:
        """Typed cells of the columns; UNREADABLE where the sheet shows an error."""
        stop = None if limit is None else self.header_row + limit
        columns: list[list[object]] = [[] for _ in places]
        pairs = list(zip(places, columns, strict=True))
        for row in islice(self.read.iter_rows(), self.header_row, stop):
            for place, column in pairs:
                column.append(row[place])
        self._mark_lost(places, columns)
        length = len(columns[0]) if columns else 0
        rows = np.arange(self.header_row + 1, self.header_row + length + 1, dtype="int64")
        return Cells([_series(column) for column in columns], rows)

    def _mark_lost(self, places: Sequence[int], columns: list[list[object]]) -> None:
        for row, place in self.lost:
            at = row - self.header_row
            for asked, column in zip(places, columns, strict=True):
                if asked == place - self.left and 0 <= at < len(column):
                    column[at] = UNREADABLE


def _series(cells: list[object]) -> pd.Series:
    series = pd.Series(cells, dtype=object)
    return series.mask(series.eq(""), None)


def open_sheet(path: Path, form: Bestand, place: str) -> SheetFile:
    """Open a sheet by its name; the first one that is not hidden when none is told.

    Raises:
        DeliveryError: damaged, no such sheet, or no row for the header.
    """
    kind = KINDS[path.suffix.lower()]
    name, sheets, read = _sheet(path, form, place)
    top = [list(row) for row in islice(read.iter_rows(), form.kopregel)]
    if not top:
        raise refused(
            place, f"{called(name)} is leeg", _other_sheets(sheets, "Zet het juiste blad bij blad.")
        )
    if len(top) < form.kopregel:
        rule = f"rij {form.kopregel} met de namen van de kolommen ontbreekt in {called(name)}"
        raise refused(place, rule, "Zet de juiste rij bij kopregel.")
    names = tuple(_name(cell) for cell in top[-1])
    notes = (f"Gelezen: {called(name)}.",) if len(sheets) > 1 else ()
    try:
        lost = frozenset(lost_cells(path, kind, name))
    except (SyntaxError, ValueError):  # of XML: its message may quote a cell
        raise refused(place, _DAMAGED, AGAIN) from None
    left = read.start[1] if read.start else 0
    return SheetFile(
        place, kind, names, form.kopregel, notes, sheets=sheets, sheet=name, read=read, lost=lost, left=left
    )


def _sheet(path: Path, form: Bestand, place: str) -> tuple[str, tuple[str, ...], Any]:
    """Name of the sheet, names of all sheets, and the sheet."""
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_path(path)
        sheets = tuple(visible(book.sheets_metadata)) or tuple(book.sheet_names)
        name = _chosen(sheets, tuple(book.sheet_names), form.blad)
        if name is not None:
            return name, sheets, book.get_sheet_by_name(name)
    except calamine.PasswordError:
        raise secret(place) from None
    except (calamine.CalamineError, ValueError, OSError):
        raise refused(place, _DAMAGED, AGAIN) from None
    if not sheets:
        raise refused(place, "er staat geen blad in", "Lever het opnieuw.")
    raise refused(
        place, f"er is geen blad {form.blad}", _other_sheets(sheets, "Zet het juiste blad bij blad.")
    )


def visible(sheets: Any) -> Iterator[str]:
    """Names of the sheets that hold cells and are not hidden."""
    for sheet in sheets:
        if str(sheet.visible).endswith(".Visible") and str(sheet.typ).endswith(".WorkSheet"):
            yield sheet.name


def _chosen(sheets: tuple[str, ...], every: tuple[str, ...], told: str) -> str | None:
    if not told:
        return sheets[0] if sheets else None
    if told in every:
        return told
    alike = [name for name in every if loose(name) == loose(told)]
    return alike[0] if len(alike) == 1 else None


def _other_sheets(sheets: tuple[str, ...], remedy: str) -> str:
    told = [name for name in sheets if may_be_told(name)]
    return f"{remedy} De bladen zijn: {', '.join(told)}." if told else remedy


def _name(cell: object) -> str:
    return cell.strip() if isinstance(cell, str) else plain_text(cell)
