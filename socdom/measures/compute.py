"""Definitions in, figures out: every indicator, for all periods, areas and categories at once.

In two steps, so that persons can be counted part by part: `count` gives sums over the rows of some persons,
`figures_of` makes figures of the sums over all persons. `compute` does both for tables that fit in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from socdom.areas import Area
from socdom.measures.arranged import Arranged
from socdom.measures.calendar import Calendar
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.external import external_figures
from socdom.measures.figures import COLUMNS, block_frame, empty_figures
from socdom.measures.grouping import Groups, at_levels, by_dimension, from_zero, in_window
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External
from socdom.measures.kinds.rows import RowKind
from socdom.measures.partial import Counted, Sums
from socdom.measures.spans import Spans
from socdom.measures.tallies import blocks_of, by_rows, row_kind
from socdom.measures.town import Town
from socdom.quarters import Quarter
from socdom.tables import Tables


def compute(
    indicators: Sequence[Indicator],
    tables: Tables,
    quarters: Sequence[Quarter],
    areas: Sequence[Area],
    external: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Figures before protection: person-level zone.

    Args:
        indicators: the definitions, in the order in which the figures come out.
        tables: what was delivered; a table without rows gives figures that are unknown, not zero.
        quarters: any quarters; the newest decides which figures are voorlopig or onvolledig. A yearly
            indicator has figures of the years of which all four quarters are among them.
        areas: gemeente, wijken and buurten with their parents; other levels only serve open data.
        external: rows of open data with columns series, period, area, dimension, category, numerator,
            denominator, value, status.

    Returns:
        one row for every indicator × period × area of its levels, and × category of each breakdown for the
        municipality; columns indicator, period, area, dimension, category, numerator, denominator, value,
        unit, status, method, base, largest, two_largest, providers. `base` is the number of persons or cases
        behind the figure; NaN for a budget, for inhabitants and for open data. The last three are of figures of
        money: see `socdom.measures.tally.Tally`. Of open data only the rows there are.

    Raises:
        DeliveryError: the delivered age groups do not fit a denominator.
        ParameterError: own registrations are counted and there is not exactly one gemeente among the areas.
    """
    sums = count(indicators, tables, quarters, areas)
    return figures_of(indicators, sums, tables, quarters, areas, external)


def count(
    indicators: Sequence[Indicator], tables: Tables, quarters: Sequence[Quarter], areas: Sequence[Area]
) -> dict[str, Sums]:
    """What the rows of the persons in the tables add to each indicator that counts persons; by id.

    The rows of a person, and the persons of a household, must be together. Arguments as of `compute`.
    """
    arranged = Arranged.of(tables)
    towns = _Towns(arranged, tuple(quarters), tuple(areas))
    return {
        indicator.id: _sums(indicator, arranged, towns.of(indicator))
        for indicator in indicators
        if isinstance(indicator.measure, RowKind) and towns.of(indicator).calendar.size
    }


def added(one: dict[str, Sums], other: dict[str, Sums]) -> dict[str, Sums]:
    """The sums over two parts that have no person in common."""
    return {name: sums + other[name] for name, sums in one.items()}


def figures_of(
    indicators: Sequence[Indicator],
    sums: dict[str, Sums],
    totals: Tables,
    quarters: Sequence[Quarter],
    areas: Sequence[Area],
    external: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Figures from the sums over all persons; of `totals` only population, households and budget are read."""
    towns = _Towns(totals, tuple(quarters), tuple(areas))
    frames = []
    for indicator in indicators:
        if isinstance(indicator.measure, External):
            frames.append(external_figures(indicator, external, quarters, areas))
        elif towns.of(indicator).calendar.size:
            town = towns.of(indicator)
            blocks = blocks_of(indicator, town, sums.get(indicator.id))
            frames.append(block_frame(indicator, town.calendar, blocks))
    frames = [frame for frame in frames if len(frame)]
    return pd.concat(frames, ignore_index=True)[list(COLUMNS)] if frames else empty_figures()


@dataclass(frozen=True)
class _Towns:
    """The municipality by quarter and by year, each made when it is first asked for."""

    tables: Tables
    quarters: tuple[Quarter, ...]
    areas: tuple[Area, ...]

    @cached_property
    def quarterly(self) -> Town:
        return Town.of(self.tables, self.areas, Calendar.of_quarters(self.quarters))

    @cached_property
    def yearly(self) -> Town:
        return Town.of(self.tables, self.areas, Calendar.of_years(self.quarters))

    def of(self, indicator: Indicator) -> Town:
        return self.yearly if indicator.every == "jaar" else self.quarterly


def stretches(measure: RowKind, tables: Arranged, town: Town) -> tuple[pd.DataFrame, Spans]:
    """The prepared rows of a kind, and their stretches in the run, of everybody of the ages that count."""
    rows = measure.prepare(tables)
    spans = measure.spans(rows)
    spans = in_window(town, measure.in_years(spans) if town.calendar.yearly else spans)
    if measure.ages is not None:
        spans = town.ages.of_spans(spans).within(*measure.ages)
    return rows, spans


def _sums(indicator: Indicator, tables: Arranged, town: Town) -> Sums:
    """One pass over the rows of an indicator: a partial per level, then one per breakdown."""
    measure = row_kind(indicator)
    rows, spans = stretches(measure, tables, town)
    groups = at_levels(town, spans, indicator.levels)
    groups += [by_dimension(town, spans, rows, DIMENSIONS[name]) for name in by_rows(indicator)]
    return Sums(measure.present(tables), tuple(measure.partial(_counted(town, rows, one)) for one in groups))


def _counted(town: Town, rows: pd.DataFrame, groups: Groups) -> Counted:
    calendar = town.calendar
    return Counted(
        rows,
        from_zero(town, groups.spans),
        groups.group,
        (groups.size, calendar.size),
        calendar.first_days,
        calendar.last_days,
    )
