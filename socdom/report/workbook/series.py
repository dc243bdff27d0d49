"""Figures over time: a row per series, a column per period, the newest first; every number of every figure once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from socdom.blocks.sheets.cells import number_cell
from socdom.blocks.sheets.model import Cell, Column, Sheet
from socdom.blocks.sheets.shorthand import NO_FIGURE
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.quarters import period_label
from socdom.report.workbook.notes import Notes

NEWEST_FIRST = "De nieuwste periode staat vooraan."
_TITLE, _UNIT, _PERIOD = 48, 28, 15
_SeriesKey = tuple[str, str, str, str]


@dataclass(frozen=True)
class Key:
    """A column that says which series a row is: its header and width, and its text for a row."""

    column: Column
    text: Callable[[Edition, Description, _SeriesKey], str]


THEME = Key(Column("Onderwerp", 18), lambda _edition, description, _key: THEMES[description.theme])
AREA = Key(Column("Gebied", 26), lambda edition, _description, key: edition.area_name(key[1]))
AREA_CODE = Key(Column("Code gebied", 13), lambda _edition, _description, key: key[1])
DIMENSION = Key(
    Column("Uitsplitsing", 22),
    lambda _edition, description, key: description.dimensions[key[2]].title if key[2] else "Totaal",
)
CATEGORY = Key(
    Column("Categorie", 32),
    lambda _edition, description, key: description.dimensions[key[2]].labels[key[3]] if key[2] else "Totaal",
)
NUMBER = Key(Column("Nummer", 9), lambda _edition, description, _key: description.bbv)
SOURCE = Key(Column("Bron", 40), lambda _edition, description, _key: description.source)


def series_sheet(
    name: str,
    title: str,
    edition: Edition,
    notes: Notes,
    figures: pd.DataFrame,
    keys: Sequence[Key] = (),
    *,
    lines: Iterable[str] = (),
) -> Sheet | None:
    """A sheet with the series among `figures`, in the order of the catalogue; None without any.

    Args:
        figures: rows of the edition, columns FIGURE_COLUMNS; of quarters or of years, not of both.
        keys: columns between the name of the figure and its unit.
        lines: sentences above the table, before what is said of every such sheet.
    """
    if figures.empty:
        return None
    periods = sorted(figures["period"].unique(), reverse=True)
    rows = []
    by_indicator = dict(list(figures.groupby("indicator", sort=False)))
    for description in edition.descriptions.values():
        if description.id in by_indicator:
            rows += list(_rows(edition, notes, description, by_indicator[description.id], keys, periods))
    columns = (
        Column("Cijfer", _TITLE),
        *(key.column for key in keys),
        Column("Eenheid", _UNIT),
        *(Column(period_label(period), _PERIOD) for period in periods),
    )
    return Sheet(name, title, columns, tuple(rows), (*lines, NEWEST_FIRST))


def _rows(
    edition: Edition,
    notes: Notes,
    description: Description,
    figures: pd.DataFrame,
    keys: Sequence[Key],
    periods: Sequence[str],
) -> Iterator[tuple[Cell, ...]]:
    """The rows of one indicator: the values of every series, then what is behind them."""
    by_series = _by_series(figures)
    ordered = sorted(by_series, key=lambda key: _place(edition, description, key))
    for part, unit in _numbers(description, figures):
        for key in ordered:
            found = by_series[key]
            cells = (
                number_cell(description, found[period], part) if period in found else NO_FIGURE
                for period in periods
            )
            texts = (k.text(edition, description, key) for k in keys)
            yield notes.named(description), *texts, unit, *cells


def _by_series(figures: pd.DataFrame) -> dict[_SeriesKey, dict[str, pd.Series]]:
    found: dict[_SeriesKey, dict[str, pd.Series]] = {}
    for row in figures.itertuples(index=False):
        found.setdefault((row.indicator, row.area, row.dimension, row.category), {})[row.period] = row
    return found


def _place(edition: Edition, description: Description, key: _SeriesKey) -> tuple[int, int, int]:
    """Breakdowns and categories in the order of the catalogue, areas in that of the edition."""
    _, area, dimension, category = key
    dimensions = ["", *description.dimensions]
    labels = list(description.dimensions[dimension].labels) if dimension else [""]
    return dimensions.index(dimension), labels.index(category), list(edition.areas).index(area)


def _numbers(description: Description, figures: pd.DataFrame) -> list[tuple[str, str]]:
    """Which numbers of the figures are told, with what stands as their unit: the value, and what is behind it."""
    told = [("value", description.unit)]
    behind = figures["numerator"].notna() & figures["numerator"].ne(figures["value"])
    if behind.any():
        counted = f": {description.counted}" if description.counts_behind else ""
        told.append(("numerator", f"teller{counted}"))
    if figures["denominator"].notna().any():
        told.append(("denominator", "noemer"))
    return told
