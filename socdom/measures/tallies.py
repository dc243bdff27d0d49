"""From the sums over all persons to what is found for every area and category."""

from __future__ import annotations

from collections.abc import Iterator

from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.figures import Block
from socdom.measures.indicator import Indicator
from socdom.measures.partial import Partial, Sums
from socdom.measures.population import denominator, denominator_by
from socdom.measures.tally import Tally
from socdom.measures.town import Town


def by_rows(indicator: Indicator) -> tuple[str, ...]:
    """The breakdowns by what stands in the rows, so not the one that the kind makes itself."""
    return tuple(name for name in indicator.group_by if name != indicator.measure.own_dimension)


def blocks_of(indicator: Indicator, town: Town, sums: Sums | None) -> Iterator[Block]:
    """A block of figures for each level, with the breakdown that the kind makes itself, then for each other breakdown.

    Args:
        indicator: the definition.
        town: its periods and areas, with the tables of population, households and budget.
        sums: over the rows of all persons; None for a kind that counts no persons.
    """
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
    for name in by_rows(indicator):
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
