"""The lanes of a picture: what each person (or household, or row) counts for when it is the only one there is.

A figure of the engine is made of all rows at once. To show who counts in which period, the engine is asked again
with the rows of one lane only, so that the picture follows the way of counting and not the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

import pandas as pd

from socdom.charts.timeline_chart import COUNTED, IN_WHOLE, Lane
from socdom.measures.compute import compute
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.concentration import Concentration
from socdom.quarters import Quarter
from socdom.tables import COLUMNS, Tables
from socdom.workbench.rows import AREAS, Rows
from socdom.workbench.values import first_day, last_day, value_text

# First and last date of the bar of a row; a way of counting with dates of its own goes before.
_DATES = {
    "applications": ("received", "decided"),
    "benefits": ("start", "end"),
    "debt_signals": ("received", "contacted"),
    "debt_trajectories": ("start", "end"),
    "declarations": ("service_start", "received"),
    "provisions": ("start", "end"),
    "reintegrations": ("start", "end"),
}
_BUDGET = "budget"
_LONG_AGO = pd.Timestamp("1900-01-01")
_TOWN = next(area.code for area in AREAS if area.level == "gemeente")


@dataclass(frozen=True)
class _Member:
    """Whose rows make a lane: a name, and the column and value that tell them apart."""

    name: str
    column: str
    value: Any


def lanes(rows: Rows, asked: Indicator, quarters: Sequence[Quarter]) -> list[Lane]:
    """A lane for each person, household, row, provider or taakveld, by what the question counts."""
    if asked.external_series:
        return _published(rows, asked, quarters)
    return [
        Lane(
            member.name,
            tuple(_bars(rows.tables, asked, member)),
            _marks(rows.tables, asked, member, quarters),
        )
        for member in _members(rows, asked)
    ]


def figures(
    tables: Tables, asked: Indicator, quarters: Sequence[Quarter], open_data: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Figures of the engine, before any protection: the rows are made up."""
    return compute([asked], tables, quarters, AREAS, open_data)


def whole(found: pd.DataFrame) -> pd.DataFrame:
    """Of figures, those of the municipality as a whole, in order of time."""
    return found[(found["area"] == _TOWN) & (found["dimension"] == "")].sort_values("period")


def _published(rows: Rows, asked: Indicator, quarters: Sequence[Quarter]) -> list[Lane]:
    """A lane for each area, with a bar for each period of the municipality."""
    found = figures(rows.tables, asked, quarters, rows.open_data)
    periods = list(whole(found)["period"])
    lanes = []
    for area in AREAS:
        mine = found[found["area"] == area.code]
        texts = {row.period: value_text(row.value, asked, row.status) for row in mine.itertuples()}
        if texts:
            bars = tuple((first_day(period), last_day(period)) for period in texts)
            lanes.append(Lane(area.name, bars, tuple(texts.get(period, "") for period in periods)))
    return lanes


def _members(rows: Rows, asked: Indicator) -> Iterator[_Member]:
    measure = asked.measure
    column = _column(asked)
    if column == "household":
        yield from (_Member(name, column, number) for name, number in rows.households.items())
    elif column == "person":
        yield from (_Member(name, column, number) for name, number in rows.persons.items())
    else:
        table = getattr(rows.tables, measure.table)
        values = dict.fromkeys(table[column])
        owner = _owners(rows, table, column)
        yield from (_Member(owner.get(value, str(value)), column, value) for value in values)


def _column(asked: Indicator) -> str:
    """The column that tells the lanes apart."""
    measure = asked.measure
    if measure.table == _BUDGET:
        return "taakveld"
    if isinstance(measure, Concentration):
        return "provider"
    of = getattr(measure, "of", "")
    if of == "households":
        return "household"
    counts_cases = of == "rows" or measure.protection in ("duur", "percentiel") or hasattr(measure, "from_")
    if counts_cases or (measure.protection == "aandeel" and not of):
        return next(iter(COLUMNS[measure.table]))
    return "person"


def _owners(rows: Rows, table: pd.DataFrame, column: str) -> dict[Any, str]:
    """Name of the person of each row, when the lanes are rows."""
    if "person" not in table or column in ("provider", "taakveld"):
        return {}
    name_of = {number: name for name, number in rows.persons.items()}
    return {row: name_of[person] for row, person in zip(table[column], table["person"], strict=True)}


def _bars(tables: Tables, asked: Indicator, member: _Member) -> Iterator[tuple[date, date | None]]:
    measure = asked.measure
    if measure.table == _BUDGET:
        booked = tables.budget[tables.budget["taakveld"] == member.value]
        years = sorted({Quarter.from_index(int(index)).year for index in booked["quarter"]})
        yield from ((date(year, 1, 1), date(year, 12, 31)) for year in years)
        return
    names = [measure.table] if hasattr(measure, "selection") else list(_DATES)
    for name in names:
        mine = _of(name, getattr(tables, name), member, tables)
        first, last = _dates(measure, name)
        for start, end in zip(mine[first], mine[last], strict=True):
            yield cast(date, _day(start)), _day(end)  # a row without a first day is nobody's example


def _dates(measure: Any, table: str) -> tuple[str, str]:
    if hasattr(measure, "from_"):
        return measure.from_, measure.to
    return _DATES[table]


def _day(moment: pd.Timestamp) -> date | None:
    return None if pd.isna(moment) else moment.date()


def _of(name: str, table: pd.DataFrame, member: _Member, tables: Tables) -> pd.DataFrame:
    """Rows of a table that are of the member; by its persons where the table has no such column."""
    if member.column in table:
        return table[table[member.column] == member.value]
    if "person" not in table:
        return table
    persons = tables.persons.loc[tables.persons.get(member.column) == member.value, "person"]
    return table[table["person"].isin(persons)]


def _marks(tables: Tables, asked: Indicator, member: _Member, quarters: Sequence[Quarter]) -> tuple[str, ...]:
    found = figures(_only(tables, asked, member), replace(asked, group_by=()), quarters)
    return tuple(_mark(row, asked) for row in whole(found).to_dict("records"))


def _only(tables: Tables, asked: Indicator, member: _Member) -> Tables:
    """Tables in which only the rows of one member count; who lives where, and how many there are, stays."""
    if asked.measure.table == _BUDGET:
        return replace(tables, budget=_of(_BUDGET, tables.budget, member, tables))
    names = [asked.measure.table] if hasattr(asked.measure, "selection") else list(_DATES)
    return replace(
        tables, **{name: _others_long_ago(getattr(tables, name), name, member, tables) for name in names}
    )


def _others_long_ago(table: pd.DataFrame, name: str, member: _Member, tables: Tables) -> pd.DataFrame:
    """The table with the rows of others moved to before every run: a table without rows was not delivered."""
    others = ~table.index.isin(_of(name, table, member, tables).index)
    dates = table.select_dtypes("datetime").columns
    return table.assign(**{column: table[column].mask(others, _LONG_AGO) for column in dates})


def _mark(figure: Mapping[str, Any], asked: Indicator) -> str:
    numerator, denominator = figure["numerator"], figure["denominator"]
    if asked.measure.protection == "personen":
        return COUNTED if numerator > 0 else ""
    if asked.measure.protection == "aandeel":
        return COUNTED if numerator > 0 else IN_WHOLE if denominator > 0 else ""
    value = numerator if asked.format == "euro" and asked.measure.protection != "prijs" else figure["value"]
    return "" if pd.isna(value) or not value else value_text(value, asked)
