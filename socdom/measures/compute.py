"""Definitions in, figures out: every indicator, for all periods, areas and categories at once.

In two steps, so that persons can be counted part by part: `count` gives sums over the rows of some persons,
`figures_of` makes figures of the sums over all persons. `compute` does both for tables that fit in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from socdom.areas import Area
from socdom.measures.arranged import Arranged
from socdom.measures.calendar import Calendar
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.external import external_figures
from socdom.measures.figures import COLUMNS, Block, block_frame, empty_figures
from socdom.measures.grouping import Groups, at_levels, by_dimension, from_zero, in_window
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External
from socdom.measures.kinds.rows import RowKind
from socdom.measures.partial import Counted, Partial
from socdom.measures.population import denominator, denominator_by
from socdom.measures.tally import Tally
from socdom.measures.town import Town
from socdom.quarters import Quarter
from socdom.tables import Tables


@dataclass(frozen=True)
class Sums:
    """What the rows of some persons add to the figures of one indicator.

    Attributes:
        present: of everything that must have been delivered, whether there are rows of it.
        partials: one for each way of grouping: the levels of the indicator, then its breakdowns.
    """

    present: tuple[bool, ...]
    partials: tuple[Partial, ...]

    def __add__(self, other: Sums) -> Sums:
        """The sums over both parts; they have no person in common."""
        present = tuple(one or two for one, two in zip(self.present, other.present, strict=True))
        pairs = zip(self.partials, other.partials, strict=True)
        return Sums(present, tuple(one + two for one, two in pairs))


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
        unit, status, method, base. `base` is the number of persons or cases behind the figure; NaN for a
        budget, for inhabitants and for open data. Of open data only the rows there are.

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
    towns = _Towns(Arranged.of(tables), tuple(quarters), tuple(areas))
    return {
        indicator.id: _sums(indicator, towns.of(indicator))
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
            blocks = _blocks(indicator, town, sums.get(indicator.id))
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


def _sums(indicator: Indicator, town: Town) -> Sums:
    """One pass over the rows of an indicator: a partial per level, then one per breakdown."""
    measure = indicator.measure
    rows = measure.prepare(town.tables)
    spans = measure.spans(rows)
    spans = in_window(town, measure.in_years(spans) if town.calendar.yearly else spans)
    if measure.ages is not None:
        spans = town.ages.of_spans(spans).within(*measure.ages)
    groups = at_levels(town, spans, indicator.levels)
    groups += [by_dimension(town, spans, rows, DIMENSIONS[name]) for name in _by_rows(indicator)]
    return Sums(
        measure.present(town.tables), tuple(measure.partial(_counted(town, rows, one)) for one in groups)
    )


def _by_rows(indicator: Indicator) -> tuple[str, ...]:
    """The breakdowns by what stands in the rows, so not the one that the kind makes itself."""
    return tuple(name for name in indicator.group_by if name != indicator.measure.own_dimension)


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


def _blocks(indicator: Indicator, town: Town, sums: Sums | None) -> Iterator[Block]:
    measure = indicator.measure
    if sums is None:  # a kind that takes its figures per area from a table of totals
        for level in indicator.levels:
            yield _per_level(indicator, town, level, measure.figures(town, level))
        return
    known = all(sums.present)
    partials = iter(sums.partials)
    for level in indicator.levels:
        partial, shape = next(partials), (len(town.regions.codes(level)), town.calendar.size)
        yield _per_level(
            indicator, town, level, measure.tally(partial, shape) if known else Tally.unknown(shape)
        )
        if level == "gemeente" and measure.own_dimension in indicator.group_by:
            yield from _own_parts(indicator, town, partial if known else None, shape)
    for name in _by_rows(indicator):
        partial, shape = next(partials), (len(DIMENSIONS[name].labels), town.calendar.size)
        yield _per_category(
            indicator, town, name, measure.tally(partial, shape) if known else Tally.unknown(shape)
        )


def _own_parts(
    indicator: Indicator, town: Town, partial: Partial | None, shape: tuple[int, int]
) -> Iterator[Block]:
    """The breakdown that the kind makes itself; unknown without sums."""
    name = indicator.measure.own_dimension
    parts = {} if partial is None else indicator.measure.parts(partial, shape)
    for category in DIMENSIONS[name].labels:
        tally = parts.get(category, Tally.unknown(shape))
        yield Block(town.regions.codes("gemeente"), name, (category,), tally)


def _per_level(indicator: Indicator, town: Town, level: str, tally: Tally) -> Block:
    if indicator.per is not None:
        tally = tally.per(denominator(town, indicator.per, level))
    codes = town.regions.codes(level)
    known = town.regions.known(level, town.calendar.first_days)
    return Block(codes, "", ("",) * len(codes), tally.where(known))


def _per_category(indicator: Indicator, town: Town, name: str, tally: Tally) -> Block:
    if indicator.per is not None:
        tally = tally.per(denominator_by(town, indicator.per, DIMENSIONS[name]))
    categories = tuple(DIMENSIONS[name].labels)
    return Block(town.regions.codes("gemeente") * len(categories), name, categories, tally)
