"""Exactly the figures of one view as a file: rows with names, codes and status, and where they come from.

The first columns of the text file are those of `cijfers.csv`, so that every row of it is a row of that file; only other
municipalities, which a strip of dots shows, are not in there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from socdom import dutch
from socdom.blocks.sheets.cells import number_cell
from socdom.blocks.sheets.cover import (
    about_edition,
    cover_lines,
    protection_lines,
    reuse_lines,
    shorthand_lines,
)
from socdom.blocks.sheets.model import Cell, Column, Sheet
from socdom.blocks.sheets.write import book_bytes
from socdom.blocks.shown import Shown
from socdom.blocks.tables import STATUS_WORDS, unit_head, value_cell
from socdom.editions.download import csv_bytes, named_frame
from socdom.editions.model import FIGURE_COLUMNS, AreaRecord, Description, Figure
from socdom.editions.read import Edition
from socdom.narrative.moments import moments

SHEET = "Cijfers"
_NO_REMARK = "–"


@dataclass(frozen=True)
class ViewFile:
    """The figures of a view, to be written.

    Attributes:
        edition: where they stand.
        shown: what the view shows.
    """

    edition: Edition
    shown: Shown

    def about(self, figure: Figure) -> Description:
        """The texts of a figure."""
        return self.edition.descriptions[figure.indicator]

    def place(self, code: str) -> str:
        """Name of an area, also of another municipality."""
        return self.shown.names.get(code) or self.edition.area_name(code)


def csv_file(view: ViewFile) -> bytes:
    """The rows as text, written as `cijfers.csv` is: for a spreadsheet, and safe in it."""
    figures, edition, meta = view.shown.figures, view.edition, view.edition.meta
    rows = pd.DataFrame([figure.model_dump() for figure in figures])[list(FIGURE_COLUMNS)]
    described = {figure.indicator: view.about(figure) for figure in figures}
    areas = {f.area: AreaRecord(code=f.area, name=view.place(f.area), level="") for f in figures}
    frame = named_frame(rows, list(described.values()), list(areas.values())).assign(
        getoond=[value_cell(view.about(figure), figure).text.replace(dutch.NBSP, " ") for figure in figures],
        status_in_woorden=[STATUS_WORDS[figure.status] for figure in figures],
        opmerking=[view.shown.remarks.get(number, "") for number in range(len(figures))],
        bron=[view.about(figure).source for figure in figures],
        uitgave=f"{meta.title}, {meta.version_words}, kenmerk {edition.manifest['fingerprint'][:12]}",
        bijgewerkt_tot=meta.figures_as_of.isoformat(),
        hergebruik=" ".join(reuse_lines(meta)),
    )
    return csv_bytes(frame)


def xlsx_file(view: ViewFile) -> bytes:
    """The rows as a workbook: a cover, and a sheet with one table."""
    sheet = _sheet(view)
    cover = cover_lines(view.edition, view.shown.title, dict(_cover(view, sheet)))
    return book_bytes(view.edition.meta, view.shown.title, cover, [sheet])


def _cover(view: ViewFile, sheet: Sheet) -> Iterator[tuple[str, Sequence[str]]]:
    edition, figures = view.edition, view.shown.figures
    described = list({figure.indicator: view.about(figure) for figure in figures}.values())
    told = "Dit zijn de cijfers bij één grafiek van het dashboard. Op de pagina staan dezelfde cijfers."
    yield "Over dit bestand", (told, f"{edition.meta.title}.", *about_edition(edition))
    yield "Zo is er geteld", tuple(dict.fromkeys(about.reading for about in described))
    if warnings := [text for about in described for text in _warnings(about, max(f.period for f in figures))]:
        yield "Let op", tuple(dict.fromkeys(warnings))
    yield "Bron", tuple(dict.fromkeys(dutch.sentence(about.source) for about in described))
    yield "Tekens in de tabel", tuple(shorthand_lines([sheet]))
    yield "Mensen zijn niet te herkennen", tuple(protection_lines(edition))
    yield "Hergebruik", tuple(reuse_lines(edition.meta))


def _warnings(about: Description, until: str) -> list[str]:
    """What goes wrong most in reading the figures, and where the series breaks."""
    return [*about.pitfalls, *moments("Trendbreuk", about.breaks, until)]


def _sheet(view: ViewFile) -> Sheet:
    figures = view.shown.figures
    columns = [column for column in _columns(view) if column.told]
    rows = tuple(tuple(column.cell(number) for column in columns) for number in range(len(figures)))
    return Sheet(SHEET, view.shown.title, tuple(column.head for column in columns), rows)


@dataclass(frozen=True)
class _Column:
    """A column of the sheet: its header, number of a figure → its cell, and whether it says anything."""

    head: Column
    cell: Callable[[int], Cell]
    told: bool = True


def _columns(view: ViewFile) -> Iterator[_Column]:
    """Names before codes, then the numbers; what is the same everywhere or nowhere there is left out."""
    figures = view.shown.figures
    about = view.about(figures[0])
    several = len({figure.indicator for figure in figures}) > 1
    yield _Column(Column("Cijfer", 48), lambda n: view.about(figures[n]).title, several)
    yield _Column(Column("Periode", 20), lambda n: figures[n].period_label)
    yield _Column(Column("Gebied", 30), lambda n: view.place(figures[n].area))
    yield _Column(Column("Code gebied", 13), lambda n: figures[n].area)
    dimension = figures[0].dimension
    if dimension:
        labels = about.dimensions[dimension]
        yield _Column(
            Column(labels.title, 36), lambda n: labels.labels.get(figures[n].category, figures[n].category)
        )
    units = {figure.unit for figure in figures}
    yield _Column(Column("Eenheid", 28), lambda n: view.about(figures[n]).unit, several and len(units) > 1)
    yield _Column(
        Column(unit_head(about) if len(units) == 1 else "Waarde", 22), lambda n: _number(view, n, "value")
    )
    counted = f"Aantal {about.counted}" if about.counts_behind else "Teller"
    behind = any(figure.numerator not in (None, figure.value) for figure in figures)
    yield _Column(Column(counted, 18), lambda n: _number(view, n, "numerator"), behind)
    among = any(figure.denominator is not None for figure in figures)
    yield _Column(Column("Noemer", 14), lambda n: _number(view, n, "denominator"), among)
    yield _Column(Column("Status", 18), lambda n: STATUS_WORDS[figures[n].status])
    remarks = view.shown.remarks
    yield _Column(Column("Opmerking", 44), lambda n: remarks.get(n, _NO_REMARK), bool(remarks))


def _number(view: ViewFile, number: int, part: str) -> Cell:
    figure = view.shown.figures[number]
    return number_cell(view.about(figure), figure, part)
