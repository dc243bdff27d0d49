"""Read a workbook as a program of an analyst does: tables by their name, and what a cell shows."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from socdom.editions.description import THEMES
from socdom.editions.read import Edition
from socdom.quarters import period_label

_MARK = re.compile(r'" \[(\w)\]"')
_NOTE = re.compile(r" \[noot \d+\]")
_STATUS_OF = {
    "v": "voorlopig",
    "o": "onvolledig",
    "g": "geheim",
    "n": "ontbreekt",
    "t": "onmogelijk",
    "": "definitief",
}
FigureCell = tuple[str, str, str, str, str, str]


@dataclass(frozen=True)
class Table:
    """A table of a sheet; `rows` are its cells under the header."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def tables(book: Workbook) -> dict[str, Table]:
    """Name of a sheet → its one table; the cover has none."""
    found = {}
    for sheet in book.worksheets[1:]:
        (table,) = sheet.tables.values()
        head, *rows = sheet[table.ref]
        found[sheet.title] = Table(table.displayName, tuple(c.value for c in head), tuple(map(tuple, rows)))
    return found


def kept(value: float) -> float:
    """A number with the fifteen digits that a spreadsheet keeps of it."""
    return float(f"{value:.15g}")


def mark_of(cell: Cell) -> str:
    """The shorthand a cell shows: behind its number, or instead of one."""
    if isinstance(cell.value, str):
        found = re.fullmatch(r"\[(\w)\]", cell.value)
        return found[1] if found else ""
    found = _MARK.search(cell.number_format)
    return found[1] if found else ""


def figures_in(book: Workbook, edition: Edition) -> dict[FigureCell, tuple[float | None, str]]:
    """Key of a figure and which number of it → the number and the status it is shown with; from the headers alone.

    A cell that says that the edition has no such figure is left out.
    """
    names = _Names(edition)
    found: dict[FigureCell, tuple[float | None, str]] = {}
    for title, table in tables(book).items():
        periods = [place for place, head in enumerate(table.heads) if head in names.periods]
        if not periods or title == "Andere gemeenten":
            continue
        for row in table.rows:
            about = dict(zip(table.heads, (cell.value for cell in row), strict=True))
            key, number = names.series(title, about)
            for place in periods:
                cell, period = row[place], names.periods[table.heads[place]]
                if mark_of(cell) == "x":
                    continue
                value = None if isinstance(cell.value, str) else kept(cell.value)
                whole = (key[0], period, *key[1:], number)
                assert whole not in found, f"twice: {whole}"
                found[whole] = value, _STATUS_OF[mark_of(cell)]
    return found


class _Names:
    """What the headers and names of a workbook stand for."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.periods = {period_label(period): period for period in edition.figures["period"].unique()}
        self._areas = {area.name: area.code for area in edition.areas.values()}

    def series(self, sheet: str, about: dict[str, str]) -> tuple[tuple[str, str, str, str], str]:
        """Indicator, area, dimension and category of a row, and which number it holds."""
        policy, theme = sheet == "Beleidsindicatoren", sheet.split(",")[0]
        title, unit = _NOTE.sub("", about["Cijfer"]), about["Eenheid"]
        (described,) = (
            d
            for d in self.edition.descriptions.values()
            if d.title == title
            and d.is_policy_indicator == policy
            and (theme not in THEMES.values() or THEMES[d.theme] == theme)
        )
        area = about.get("Code gebied") or self._areas[about.get("Gebied", self.edition.meta.name)]
        dimension = category = ""
        if about.get("Uitsplitsing", "Totaal") != "Totaal":
            dimension = next(n for n, d in described.dimensions.items() if d.title == about["Uitsplitsing"])
            labels = described.dimensions[dimension].labels
            category = next(code for code, label in labels.items() if label == about["Categorie"])
        number = "denominator" if unit == "noemer" else "numerator" if unit.startswith("teller") else "value"
        return (described.id, area, dimension, category), number
