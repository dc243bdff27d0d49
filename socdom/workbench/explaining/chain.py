"""From the rows of a table to those behind one figure: what is left after each rule, with the engine's own steps.

Person-level zone: the counts are exact. `socdom.workbench.explaining.coarse` makes them fit to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from socdom.areas import Area
from socdom.measures.arranged import Arranged
from socdom.measures.calendar import Calendar
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.grouping import at_levels, by_dimension
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.laws import QUARTERLY, ROWS_OF_LAWS
from socdom.measures.kinds.overlap import Overlap
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.measures.town import Town
from socdom.quarters import Quarter
from socdom.tables import Tables
from socdom.workbench.explaining import words


@dataclass(frozen=True)
class Step:
    """A rule, in Dutch, and how many of what are left after it ("rijen", "personen")."""

    text: str
    count: int
    of: str = "rijen"


@dataclass(frozen=True)
class Question:
    """One figure, and all that the engine needs to count it.

    Attributes:
        tables: what was known on the day of the figures.
        delivered: what was delivered, of which the first step tells the rows.
        areas, quarters: of the run.
        known_on: the day, as Dutch text.
    """

    indicator: Indicator
    period: str
    area: Area
    dimension: str
    category: str
    tables: Arranged
    delivered: Tables
    areas: tuple[Area, ...]
    quarters: tuple[Quarter, ...]
    known_on: str

    @property
    def calendar(self) -> Calendar:
        """The periods of the run."""
        yearly = self.indicator.every == "jaar"
        return Calendar.of_years(self.quarters) if yearly else Calendar.of_quarters(self.quarters)

    @property
    def town(self) -> Town:
        """The municipality as the engine sees it."""
        return Town.of(self.tables, self.areas, self.calendar)

    @property
    def position(self) -> int:
        """Place of the period in the calendar, from 0."""
        calendar = self.calendar
        return dict(zip(calendar.labels, calendar.asked, strict=True))[self.period]

    def before(self) -> Question | None:
        """The same of a year earlier; None when that is not in the run."""
        calendar = self.calendar
        place = self.position - (1 if calendar.yearly else 4)
        label = dict(zip(calendar.asked, calendar.labels, strict=True)).get(place)
        return None if label is None else replace(self, period=label)


@dataclass(frozen=True)
class Chain:
    """The steps, and what is left after the last: the prepared rows, and the stretches of the cell in them."""

    steps: tuple[Step, ...]
    rows: pd.DataFrame
    spans: Spans

    def with_steps(self, *more: Step) -> Chain:
        """The same with steps after the last."""
        return replace(self, steps=(*self.steps, *more))


def chain_of(question: Question) -> Chain:
    """The rows behind a figure that counts rows of persons, rule by rule."""
    if isinstance(question.indicator.measure, Overlap):
        return _overlap(question, question.indicator.measure)
    return _rows(question, question.indicator.measure)


def _rows(question: Question, measure: Any) -> Chain:
    steps = list(_selected(question, measure.selection))
    rows = measure.prepare(question.tables)
    if text := words.prepared(measure):
        steps.append(Step(text, len(rows)))
    spans = measure.spans(rows)
    if text := words.stretched(measure):
        steps.append(Step(text, _count(spans)))
    spans = _in_period(question, measure.in_years(spans) if question.calendar.yearly else spans)
    steps.append(Step(words.in_period(measure, question.period), _count(spans)))
    if measure.ages is not None:
        spans = question.town.ages.of_spans(spans).within(*measure.ages)
        steps.append(Step(words.of_ages(measure.ages, question.period), _count(spans)))
    spans, placed = _grouped(question, rows, spans)
    return Chain((*steps, *placed), rows, spans)


def _selected(question: Question, selection: Selection) -> Iterator[Step]:
    """The rows of the table after each of the codes that are chosen."""
    table, name = getattr(question.tables, selection.table), words.TABLES[selection.table]
    yield Step(f"Geleverd in de tabel met {name}", len(getattr(question.delivered, selection.table)))
    yield Step(f"Bekend op {question.known_on}", len(table))
    upto: dict[str, Any] = {}
    for column, codes in selection.where.items():
        upto[column] = codes
        left = Selection(selection.table, upto).matches(table).sum()
        yield Step(words.chosen(question.indicator, column, codes), int(left))
    if selection.new_only:
        text = "Nieuwe hulp: daarvoor was er meer dan 90 dagen geen hulp"
        yield Step(text, len(question.tables.selected(selection)))


def _in_period(question: Question, spans: Spans) -> Spans:
    number = question.calendar.first + question.position
    return spans.cut(number, number)[0]


def _grouped(question: Question, rows: pd.DataFrame, spans: Spans) -> tuple[Spans, list[Step]]:
    """The stretches in the wijk or in the category, with the step that says so; all for the municipality."""
    town = question.town
    if question.dimension and question.dimension == question.indicator.measure.own_dimension:
        return spans, []  # every part of a change is of all lines
    if question.dimension:
        dimension = DIMENSIONS[question.dimension]
        groups = by_dimension(town, spans, rows, dimension)
        place = list(dimension.labels).index(question.category)
        text = f"{dimension.title}: {dimension.labels[question.category]}"
    elif question.area.level != "gemeente":
        groups = at_levels(town, spans, (question.area.level,))[0]
        place = town.regions.codes(question.area.level).index(question.area.code)
        text = f"Het laatste adres in {words.phrase(question.period)} ligt in {question.area.name}"
    else:
        return spans, []
    left = groups.spans.take(groups.group == place)
    return left, [Step(text, _count(left))]


def _overlap(question: Question, measure: Overlap) -> Chain:
    """Persons (or households) with at least one law, of whom those with more are kept at the end."""
    steps = [
        Step(f"Bekend op {question.known_on}: rijen van de vier wetten", _of_laws(question, in_period=False)),
        Step(words.in_period(PersonsActive(ROWS_OF_LAWS[0]), question.period), _of_laws(question)),
    ]
    of = words.unit_of(measure)
    rows = replace(measure, share=True).prepare(question.tables)
    spans = measure.spans(rows)
    spans = measure.in_years(spans) if question.calendar.yearly else spans
    spans = _in_period(question, spans.take(spans.value == QUARTERLY))
    steps.append(Step(f"Hulp onder minstens één wet: elk van de {of} telt één keer", units(spans), of))
    left, placed = _grouped(question, rows, spans)
    steps += [Step(step.text, units(left), of) for step in placed]
    return Chain(tuple(steps), rows, left)


def _of_laws(question: Question, *, in_period: bool = True) -> int:
    """Rows of the four laws, or those of them that run in the period."""
    found = 0
    for selection in ROWS_OF_LAWS:
        measure = PersonsActive(selection)
        rows = measure.prepare(question.tables)
        spans = measure.spans(rows)
        spans = measure.in_years(spans) if question.calendar.yearly else spans
        found += _count(_in_period(question, spans)) if in_period else len(rows)
    return found


def units(spans: Spans, among: Sequence[bool] | np.ndarray | None = None) -> int:
    """How many different units the stretches are of."""
    return len(np.unique(spans.unit if among is None else spans.unit[np.asarray(among)]))


def _count(spans: Spans) -> int:
    """How many rows the stretches are of."""
    return len(np.unique(spans.row))
