"""A town in plain Python: rows as dicts with dates, homes, ages, and the periods of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import pandas as pd

from socdom.areas import Area
from socdom.measures.dimensions import DIMENSIONS
from socdom.oracle.episodes import Episode, episodes, with_whom_help_begins
from socdom.quarters import Quarter
from socdom.tables import Tables

Row = dict[str, Any]


@dataclass(frozen=True)
class Period:
    """A quarter or a calendar year of a run; `number` counts quarters or years, so that a difference is one."""

    name: str
    first: date
    last: date
    number: int

    @classmethod
    def of_quarter(cls, quarter: Quarter) -> Period:
        return cls(str(quarter), quarter.start, quarter.end, quarter.index)

    @classmethod
    def of_year(cls, year: int) -> Period:
        return cls(str(year), date(year, 1, 1), date(year, 12, 31), year)

    @property
    def opening_quarter(self) -> int:
        """`Quarter.index` of the quarter with the first day; population is known per quarter."""
        return Quarter.of(self.first).index

    def holds(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def touches(self, row: Row) -> bool:
        """Active: start ≤ last day and end ≥ first day, or open."""
        return row["start"] <= self.last and (row["end"] is None or row["end"] >= self.first)

    def year_before(self) -> Period:
        if "Q" in self.name:
            return Period.of_quarter(Quarter.from_index(self.number - 4))
        return Period.of_year(self.number - 1)


def periods_of(quarters: Sequence[Quarter], every: str) -> list[Period]:
    """The quarters; or the years of which all four quarters are asked for."""
    if every == "kwartaal":
        return [Period.of_quarter(quarter) for quarter in sorted(set(quarters))]
    years = sorted({quarter.year for quarter in quarters})
    return [Period.of_year(y) for y in years if all(Quarter(y, n) in quarters for n in (1, 2, 3, 4))]


@dataclass(frozen=True)
class Group:
    """One area, or one category of the municipality; `holds` says whether a row of a person is in it."""

    area: str
    dimension: str
    category: str
    holds: Callable[[Row, Period], bool]


class PlainTown:
    """The tables as rows, and who lives where and how old they are; `opening` is the first day of the run."""

    def __init__(self, tables: Tables, areas: Sequence[Area], opening: date) -> None:
        self.tables = {item.name: records(getattr(tables, item.name)) for item in fields(tables)}
        self.areas = {area.code: area for area in areas}
        self.opening = opening
        self.births = {row["person"]: row["birth_date"] for row in self.tables["persons"]}
        self.household = {row["person"]: row["household"] for row in self.tables["persons"]}
        self._homes: dict[tuple[int, str], list[str]] = {}
        self._rows: dict[str, list[Row]] = {}
        self._episodes: dict[str, list[Episode]] = {}

    @property
    def gemeente(self) -> str:
        return next(area.code for area in self.areas.values() if area.level == "gemeente")

    def rows(self, selection: Any) -> list[Row]:
        """The selected rows; with `new_only` those with which somebody's help begins."""
        key = repr(selection)
        if key not in self._rows:
            found = [row for row in self.tables[selection.table] if has(row, selection.where)]
            self._rows[key] = with_whom_help_begins(found) if selection.new_only else found
        return self._rows[key]

    def episodes(self, selection: Any, of: str, gap_days: int) -> list[Episode]:
        key = repr((selection, of, gap_days))
        if key not in self._episodes:
            column = {"persons": "person", "households": "household"}[of]
            self._episodes[key] = episodes(self.rows(selection), column, gap_days)
        return self._episodes[key]

    def home(self, person: int, period: Period) -> list[str]:
        """Buurt, wijk and gemeente of the last known address in the period."""
        key = (person, period.name)
        if key not in self._homes:
            here = [
                row for row in self.tables["addresses"] if row["person"] == person and period.touches(row)
            ]
            self._homes[key] = self.line(max(here, key=lambda row: row["start"])["area"]) if here else []
        return self._homes[key]

    def line(self, code: str) -> list[str]:
        """An area and everything it lies in."""
        line = []
        while code in self.areas:
            line.append(code)
            code = self.areas[code].parent
        return line

    def is_aged(self, person: int, period: Period, ages: tuple[int, int]) -> bool:
        """On the first day of the period; who is born in it counts as 0 years."""
        birth, day = self.births.get(person), period.first
        if birth is None:
            return False
        age = max(day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day)), 0)
        return ages[0] <= age <= ages[1]

    def groups(self, levels: Sequence[str], group_by: Sequence[str], ages: Any) -> Iterator[Group]:
        """Every area of the levels, and every category of the breakdowns for the municipality."""

        def limited(holds: Callable[[Row, Period], bool]) -> Callable[[Row, Period], bool]:
            return lambda row, period: (
                holds(row, period) and (ages is None or self.is_aged(row["person"], period, ages))
            )

        for level in levels:
            for area in [area.code for area in self.areas.values() if area.level == level]:
                yield Group(area, "", "", limited(self._living_in(area)))
        for name in group_by:
            for category in DIMENSIONS[name].labels:
                yield Group(self.gemeente, name, category, limited(self._being(name, category)))

    def _living_in(self, area: str) -> Callable[[Row, Period], bool]:
        if self.areas[area].level == "gemeente":
            return lambda row, period: True
        return lambda row, period: area in self.home(row["person"], period)

    def _being(self, name: str, category: str) -> Callable[[Row, Period], bool]:
        dimension = DIMENSIONS[name]
        if dimension.ages:
            return lambda row, period: self.is_aged(row["person"], period, dimension.ages[category])
        if dimension.codes:
            return lambda row, period: dimension.codes.get(row.get(dimension.column, "")) == category
        return lambda row, period: row.get(dimension.column) == category


def records(table: pd.DataFrame) -> list[Row]:
    """Rows as dicts with dates, None where a date is open, and the number of the row."""
    rows = []
    for number, row in enumerate(table.to_dict("records")):
        plain = {name: _plain(value) for name, value in row.items()}
        rows.append(plain | {"number": number})
    return rows


def has(row: Row, where: Mapping[str, Any]) -> bool:
    """Whether a row has the code, or one of the codes, of every column."""
    return all(
        row[column] == wanted or (row[column] in wanted and not isinstance(wanted, str))
        for column, wanted in where.items()
    )


def _plain(value: Any) -> Any:
    if value is pd.NaT:
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value
