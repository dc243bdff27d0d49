"""Where a figure comes from that nobody is behind: the budget, the inhabitants, and what others published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from socdom import dutch
from socdom.measures.denominators import Inhabitants
from socdom.measures.kinds.budget import Budget
from socdom.measures.kinds.population import Population
from socdom.quarters import Quarter, period_label
from socdom.workbench.explaining.chain import Question
from socdom.workbench.explaining.outcome import NAN, inhabitants

_PUBLISHED = {"numerator": "Teller", "denominator": "Noemer", "value": "Waarde"}


@dataclass(frozen=True)
class Total:
    """A sum of public numbers.

    Attributes:
        headings, rows: as text, what is added up.
        numerator, denominator, value: what comes out.
        base: nobody is behind it.
        parted: as of `Outcome`; never.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numerator: float
    denominator: float
    value: float
    base: float = NAN
    parted: bool = False


def total_of(question: Question) -> Total:
    """The sum behind a figure of the budget or of inhabitants, from the delivered tables."""
    measure = question.indicator.measure
    if isinstance(measure, Population):
        count = inhabitants(question, Inhabitants(measure.age_from, measure.age_to))
        row = ("Inwoners in de levering, op de eerste dag", _number(count))
        return Total(("Wat", "Aantal"), (row,), count, NAN, count)
    assert isinstance(measure, Budget)
    return _budget(question, measure)


def _budget(question: Question, measure: Budget) -> Total:
    quarter = Quarter.parse(question.period)
    listed = max(first for first in measure.taakvelden if first <= quarter.year)
    table = question.tables.budget
    table = table[table["quarter"].eq(quarter.index) & table["side"].eq(measure.side)]
    table = table[table["taakveld"].isin(measure.taakvelden[listed])].sort_values("taakveld")
    rows = tuple(
        (str(row.taakveld), dutch.euro(row.budget), dutch.euro(row.realised)) for row in table.itertuples()
    )
    planned, booked = float(table["budget"].sum()), float(table["realised"].sum())
    numerator = planned if measure.what == "budget" else booked
    denominator = planned if measure.what == "use" else NAN
    value = numerator
    if measure.what == "use":
        value = booked * question.indicator.scale / planned if planned else NAN
    headings = ("Taakveld", "Begroting van het jaar", "Geboekt sinds 1 januari")
    return Total(headings, rows, numerator, denominator, value)


def published_rows(
    series: pd.DataFrame, name: str, key: tuple[str, str, str, str]
) -> Iterator[tuple[str, str]]:
    """What a publisher said of one figure, as names and texts.

    Args:
        series: rows of open data, see `socdom.sources.open_data.OpenData`.
        name: of the series.
        key: period, area, dimension and category.
    """
    period, area, dimension, category = key
    yield "Reeks", name
    yield "Periode en gebied", f"{period_label(period)}, {area}"
    rows = series[series["series"].eq(name) & series["period"].astype("str").eq(period)]
    rows = rows[rows["area"].eq(area) & rows["dimension"].eq(dimension) & rows["category"].eq(category)]
    for row in rows.to_dict("records"):
        yield from _told(row)


def _told(row: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    for column, name in _PUBLISHED.items():
        if not pd.isna(row[column]):
            yield f"{name} in de bron", _number(row[column])


def _number(value: float) -> str:
    if pd.isna(value):
        return "niet bekend"
    return dutch.number(value, 0 if value == round(value) else 2)
