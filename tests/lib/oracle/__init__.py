"""The same figures in the plainest way: row by row, quarter by quarter, with sets and dates.

Nothing of the engine is used but the definitions themselves. It is slow and meant to be read.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from typing import Any

import pandas as pd

from socdom.areas import Area
from socdom.measures.denominators import Households
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.indicator import Indicator
from socdom.quarters import Quarter
from socdom.tables import Tables

Row = dict[str, Any]
Member = Callable[[Row], bool]
NAN = math.nan


@dataclass
class Found:
    """What the oracle says of one cell."""

    numerator: float
    base: float
    denominator: float = NAN
    value: float = field(default=NAN)


@dataclass
class Episode:
    unit: int
    spells: list[Row]

    @property
    def start(self) -> date:
        return min(spell["start"] for spell in self.spells)

    @property
    def latest(self) -> date | None:
        """Last day of the spells; None when one is open."""
        ends = [spell["end"] for spell in self.spells]
        return None if None in ends else max(ends)

    @property
    def end(self) -> date | None:
        """Last day of the episode; None when it has not really ended."""
        return None if self.latest is None or self.goes_on_elsewhere else self.latest

    @property
    def goes_on_elsewhere(self) -> bool:
        return any(
            spell["end"] == self.latest and spell["end_reason"] in ("20", "37", "38") for spell in self.spells
        )

    def takes(self, spell: Row, gap_days: int) -> bool:
        if self.end is None:
            return True
        days_without = (spell["start"] - self.end).days - 1
        return days_without <= gap_days


class Oracle:
    """A town in plain Python."""

    def __init__(self, tables: Tables, areas: Sequence[Area]) -> None:
        self.tables = {item.name: records(getattr(tables, item.name)) for item in fields(tables)}
        self.areas = {area.code: area for area in areas}
        self.births = {row["person"]: row["birth_date"] for row in self.tables["persons"]}
        self.addresses = self.tables["addresses"]

    def cells(self, indicator: Indicator, quarters: Sequence[Quarter]) -> dict[tuple[str, ...], Found]:
        """Every figure of an indicator by (period, area, dimension, category)."""
        kind = type(indicator.measure).__name__
        count = getattr(self, f"_{_snake(kind)}")
        return {
            (str(quarter), area, dimension, category): self._finished(
                indicator, quarter, area, dimension, category, count(indicator.measure, quarter, member, area)
            )
            for quarter in quarters
            for area, dimension, category, member in self._groups(indicator, quarter)
        }

    def _groups(self, indicator: Indicator, quarter: Quarter) -> Iterator[tuple[str, str, str, Member]]:
        selection = getattr(indicator.measure, "selection", None)
        ages = selection.ages if selection else None
        gemeente = next(area.code for area in self.areas.values() if area.level == "gemeente")

        def limited(member: Member) -> Member:
            return lambda row: member(row) and (ages is None or self._is_aged(row, quarter, ages))

        for level in indicator.levels:
            for area in [area.code for area in self.areas.values() if area.level == level]:
                inside = (lambda row: True) if level == "gemeente" else self._lives_in(area, quarter)
                yield area, "", "", limited(inside)
        for name in indicator.group_by:
            for category in DIMENSIONS[name].labels:
                yield gemeente, name, category, limited(self._is_of(name, category, quarter))

    def _lives_in(self, area: str, quarter: Quarter) -> Member:
        return lambda row: area in self._home(row["person"], quarter)

    def _home(self, person: int, quarter: Quarter) -> list[str]:
        """Buurt, wijk and gemeente of the last known address in the quarter."""
        here = [
            row
            for row in self.addresses
            if row["person"] == person
            and row["start"] <= quarter.end
            and (row["end"] is None or row["end"] >= quarter.start)
        ]
        if not here:
            return []
        return self._line(max(here, key=lambda row: row["start"])["area"])

    def _line(self, code: str) -> list[str]:
        line = []
        while code in self.areas:
            line.append(code)
            code = self.areas[code].parent
        return line

    def _is_of(self, name: str, category: str, quarter: Quarter) -> Member:
        dimension = DIMENSIONS[name]
        if dimension.ages:
            return lambda row: self._is_aged(row, quarter, dimension.ages[category])
        if dimension.codes:
            return lambda row: dimension.codes.get(row[dimension.column]) == category
        return lambda row: row[dimension.column] == category

    def _is_aged(self, row: Row, quarter: Quarter, ages: tuple[int, int]) -> bool:
        birth = self.births.get(row["person"])
        if birth is None:
            return False
        day = quarter.start
        age = max(day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day)), 0)
        return ages[0] <= age <= ages[1]

    def _rows(self, selection: Any) -> list[Row]:
        rows = [row for row in self.tables[selection.table] if _has(row, selection.where)]
        if not selection.new_only:
            return rows
        return [
            spell
            for episode in episodes(rows, "person", 90)
            for spell in episode.spells
            if spell["start"] == episode.start
        ]

    def _persons_active(self, measure: Any, quarter: Quarter, member: Member, _: str) -> Found:
        found = {
            row["person"]
            for row in self._rows(measure.selection)
            if row["start"] <= quarter.end
            and (row["end"] is None or row["end"] >= quarter.start)
            and member(row)
        }
        return Found(len(found), len(found))

    def _stock(self, measure: Any, quarter: Quarter, member: Member, _: str) -> Found:
        rows = self._rows(measure.selection)
        if measure.gap_days is None:
            found = {
                _unit(row, measure.of)
                for row in rows
                if row["start"] <= quarter.end and _after(row["end"], quarter.end) and member(row)
            }
        else:
            column = {"persons": "person", "households": "household"}[measure.of]
            found = {
                (episode.unit, episode.start)
                for episode in episodes(rows, column, measure.gap_days)
                if episode.start <= quarter.end
                and _after(episode.end, quarter.end)
                and any(member(row) and row["start"] <= quarter.end for row in episode.spells)
            }
        return Found(len(found), len(found))

    def _inflow(self, measure: Any, quarter: Quarter, member: Member, _: str) -> Found:
        found = [
            episode
            for episode in self._episodes(measure)
            if Quarter.of(episode.start) == quarter
            and any(member(row) for row in episode.spells if row["start"] == episode.start)
        ]
        return Found(len(found), len(found))

    def _outflow(self, measure: Any, quarter: Quarter, member: Member, _: str) -> Found:
        found = [
            episode
            for episode in self._episodes(measure)
            if episode.end is not None
            and Quarter.of(episode.end) == quarter
            and any(
                member(row) and (not measure.reasons or row["end_reason"] in measure.reasons)
                for row in episode.spells
                if row["end"] == episode.end
            )
        ]
        return Found(len(found), len(found))

    def _episodes(self, measure: Any) -> list[Episode]:
        column = {"persons": "person", "households": "household"}[measure.of]
        return episodes(self._rows(measure.selection), column, measure.gap_days)

    def _durations(self, measure: Any, quarter: Quarter, member: Member) -> list[int]:
        days = [
            (row[measure.to] - row[measure.from_]).days
            for row in self._rows(measure.selection)
            if row[measure.from_]
            and row[measure.to]
            and Quarter.of(row[measure.to]) == quarter
            and member(row)
        ]
        return [number for number in days if number >= 0]

    def _duration(self, measure: Any, quarter: Quarter, member: Member, _: str) -> Found:
        days = self._durations(measure, quarter, member)
        unit = {"dagen": 1, "weken": 7}[measure.unit]
        return Found(NAN, len(days), value=statistics.median(days) / unit if days else NAN)

    def _share_within(self, measure: Any, quarter: Quarter, member: Member, _: str) -> Found:
        days = self._durations(measure, quarter, member)
        return Found(sum(number <= measure.days for number in days), len(days), len(days))

    def _share(self, measure: Any, quarter: Quarter, member: Member, _: str) -> Found:
        rows = [
            row
            for row in self._rows(measure.selection)
            if row[measure.at] and Quarter.of(row[measure.at]) == quarter and member(row)
        ]
        return Found(sum(_has(row, measure.part) for row in rows), len(rows), len(rows))

    def _amount(self, measure: Any, quarter: Quarter, member: Member, _: str) -> Found:
        column = {"service_quarter": "service_start", "received_quarter": "received"}[measure.by]
        rows = [
            row for row in self._rows(measure.selection) if Quarter.of(row[column]) == quarter and member(row)
        ]
        return Found(sum(row["amount"] for row in rows) / 100, len({row["person"] for row in rows}))

    def _population(self, measure: Any, quarter: Quarter, _: Member, area: str) -> Found:
        return Found(self._inhabitants(quarter, area, measure.age_from, measure.age_to), NAN)

    def _budget(self, measure: Any, quarter: Quarter, _: Member, area: str) -> Found:
        first = max(year for year in measure.taakvelden if year <= quarter.year)
        codes = measure.taakvelden[first]
        lines = [
            row
            for row in self.tables["budget"]
            if row["side"] == measure.side
            and row["taakveld"] in codes
            and row["quarter"] // 4 == quarter.year
        ]
        mine = [row for row in lines if row["quarter"] == quarter.index]
        if not mine or {row["taakveld"] for row in mine} != {row["taakveld"] for row in lines}:
            return Found(NAN, NAN)
        budget, realised = (sum(row[name] for row in mine) for name in ("budget", "realised"))
        if measure.what == "use":
            return Found(realised, NAN, budget)
        return Found({"budget": budget, "realised": realised}[measure.what], NAN)

    def _inhabitants(self, quarter: Quarter, area: str, age_from: int, age_to: int) -> float:
        rows = [
            row["persons"]
            for row in self.tables["population"]
            if row["quarter"] == quarter.index
            and age_from <= row["age_from"]
            and row["age_to"] <= age_to
            and (self.areas[area].level == "gemeente" or area in self._line(row["area"]))
        ]
        return sum(rows) if rows else NAN

    def _per(self, per: Any, quarter: Quarter, area: str, dimension: str, category: str) -> float:
        if isinstance(per, Households):
            rows = [
                row["households"]
                for row in self.tables["households"]
                if row["quarter"] == quarter.index
                and (self.areas[area].level == "gemeente" or area in self._line(row["area"]))
            ]
            return sum(rows) if rows else NAN
        age_from, age_to = per.age_from, per.age_to
        if dimension and DIMENSIONS[dimension].ages:
            low, high = DIMENSIONS[dimension].ages[category]
            age_from, age_to = max(age_from, low), min(age_to, high)
        return self._inhabitants(quarter, area, age_from, age_to)

    def _finished(
        self, indicator: Indicator, quarter: Quarter, area: str, dimension: str, category: str, found: Found
    ) -> Found:
        table = indicator.measure.table
        if table not in ("population", "budget") and not self.tables[table]:
            found = Found(NAN, NAN)
        if indicator.per is not None:
            found.denominator = self._per(indicator.per, quarter, area, dimension, category)
        if not math.isnan(found.value) or type(indicator.measure).__name__ == "Duration":
            return found
        has_denominator = indicator.per is not None or not math.isnan(found.denominator)
        if not has_denominator:
            found.value = found.numerator
        elif found.denominator > 0:
            found.value = found.numerator * indicator.scale / found.denominator
        return found


def episodes(rows: list[Row], column: str, gap_days: int) -> list[Episode]:
    """Spells of each unit laid end to end, one by one."""
    found: list[Episode] = []
    for unit in sorted({row[column] for row in rows}):
        current: Episode | None = None
        for spell in sorted((row for row in rows if row[column] == unit), key=lambda row: row["start"]):
            if current is not None and current.takes(spell, gap_days):
                current.spells.append(spell)
            else:
                current = Episode(unit, [spell])
                found.append(current)
    return found


def records(table: pd.DataFrame) -> list[Row]:
    """Rows as dicts with dates, None where a date is open, and the number of the row."""
    rows = []
    for number, row in enumerate(table.to_dict("records")):
        plain = {name: _plain(value) for name, value in row.items()}
        rows.append(plain | {"number": number})
    return rows


def _plain(value: Any) -> Any:
    if value is pd.NaT:
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def _has(row: Row, where: Any) -> bool:
    return all(
        row[column] == wanted or (row[column] in wanted and not isinstance(wanted, str))
        for column, wanted in where.items()
    )


def _after(end: date | None, day: date) -> bool:
    return end is None or end - day >= timedelta(days=1)


def _unit(row: Row, of: str) -> int:
    return row[{"persons": "person", "households": "household", "rows": "number"}[of]]


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
