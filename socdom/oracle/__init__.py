"""The same figures in the plainest way: row by row, period by period, with sets, dates and exact fractions.

Nothing of the engine is used but the definitions themselves. It is slow and meant to be read. Where a rule leaves
room, the docstring of the function says how it is read here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from socdom.areas import Area
from socdom.measures.denominators import Households
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.indicator import Indicator
from socdom.oracle import cases, money, people, together
from socdom.oracle.found import NAN, Cell, Found
from socdom.oracle.plain import Group, Period, PlainTown, periods_of
from socdom.quarters import Quarter
from socdom.tables import Tables

_COUNTS = {
    "PersonsActive": people.persons_active,
    "Stock": people.stock,
    "Inflow": people.inflow,
    "Outflow": people.outflow,
    "Reentry": people.reentry,
    "Events": people.events,
    "Duration": cases.duration,
    "ShareWithin": cases.share_within,
    "Share": cases.share,
    "OpenAge": cases.open_age,
    "OpenBeyond": cases.open_beyond,
    "OpenCount": cases.open_count,
    "Amount": money.amount,
    "AmountPerPerson": money.amount_per_person,
    "UnitPrice": money.unit_price,
    "AmountChange": money.amount_change,
    "Concentration": money.concentration,
    "Budget": money.budget,
    "Overlap": together.overlap,
}


class Oracle:
    """A town, counted by hand."""

    def __init__(self, tables: Tables, areas: Sequence[Area]) -> None:
        self.tables, self.areas = tables, areas

    def cells(
        self, indicator: Indicator, quarters: Sequence[Quarter]
    ) -> dict[tuple[str, str, str, str], Cell]:
        """Every figure of an indicator by (period, area, dimension, category)."""
        periods = periods_of(quarters, indicator.every)
        if not periods:
            return {}
        town = PlainTown(self.tables, self.areas, periods[0].first)
        selection = getattr(indicator.measure, "selection", None)
        ages = selection.ages if selection else None
        return {
            (period.name, group.area, group.dimension, group.category): _cell(town, indicator, period, group)
            for group in town.groups(indicator.levels, indicator.group_by, ages)
            for period in periods
        }


def _cell(town: PlainTown, indicator: Indicator, period: Period, group: Group) -> Cell:
    found = _found(town, indicator.measure, period, group)
    denominator = found.denominator
    if indicator.per is not None:
        denominator = _per(town, indicator.per, period, group)
    impossible = found.impossible or denominator == 0
    value = NAN if impossible else _value(found, denominator, indicator.scale)
    whole = NAN if denominator is None else denominator
    return Cell(found.numerator, whole, value, found.base, impossible, found.clients)


def _value(found: Found, denominator: float | None, scale: float) -> float:
    if found.statistic is not None:
        return found.statistic
    return found.numerator if denominator is None else found.numerator * scale / denominator


def _found(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    kind = type(measure).__name__
    if kind == "Population":
        return Found(_inhabitants(town, period, group.area, measure.age_from, measure.age_to), NAN)
    if not _is_delivered(town, measure):
        return Found(NAN, NAN, NAN)
    return _COUNTS[kind](town, measure, period, group)


def _is_delivered(town: PlainTown, measure: Any) -> bool:
    """A table without a row of the law (or any of the laws) that is asked for is unknown, and not zero."""
    kind = type(measure).__name__
    if kind == "Budget":
        return True
    if kind == "Overlap":
        return together.is_delivered(town)
    laws = measure.selection.where.get("law")
    laws = (laws,) if isinstance(laws, str) else laws
    return any(laws is None or row["law"] in laws for row in town.tables[measure.selection.table])


def _per(town: PlainTown, per: Any, period: Period, group: Group) -> float:
    if isinstance(per, Households):
        return _sum(
            [
                row["households"]
                for row in town.tables["households"]
                if row["quarter"] == period.opening_quarter and _lies_in(town, row["area"], group.area)
            ]
        )
    age_from, age_to = per.age_from, per.age_to
    if group.dimension and DIMENSIONS[group.dimension].ages:
        low, high = DIMENSIONS[group.dimension].ages[group.category]
        age_from, age_to = max(age_from, low), min(age_to, high)
    return _inhabitants(town, period, group.area, age_from, age_to)


def _inhabitants(town: PlainTown, period: Period, area: str, age_from: int, age_to: int) -> float:
    """On the first day of the period."""
    return _sum(
        [
            row["persons"]
            for row in town.tables["population"]
            if row["quarter"] == period.opening_quarter
            and age_from <= row["age_from"]
            and row["age_to"] <= age_to
            and _lies_in(town, row["area"], area)
        ]
    )


def _lies_in(town: PlainTown, buurt: str, area: str) -> bool:
    """The municipality holds everything that was delivered."""
    return town.areas[area].level == "gemeente" or area in town.line(buurt)


def _sum(numbers: list[float]) -> float:
    return sum(numbers) if numbers else math.nan
