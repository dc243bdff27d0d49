"""From the sums over all persons to what is found for every area and category."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.figures import Block
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.base import TotalKind
from socdom.measures.kinds.rows import RowKind
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
    if sums is None:
        assert isinstance(measure, TotalKind)
        for level in indicator.levels:
            yield _per_level(indicator, town, level, measure.figures(town, level))
        return
    partials = iter(sums.partials)
    for level in indicator.levels:
        partial = next(partials)
        groups = len(town.regions.codes(level))
        yield _per_level(indicator, town, level, _tally(indicator, town, sums, partial, groups))
        if level == "gemeente" and measure.own_dimension in indicator.group_by:
            yield from _own_parts(indicator, town, sums, partial)
    for name in by_rows(indicator):
        tally = _tally(indicator, town, sums, next(partials), len(DIMENSIONS[name].labels))
        if indicator.per is not None:
            tally = tally.per(denominator_by(town, indicator.per, DIMENSIONS[name]))
        yield _of_categories(town, name, tuple(DIMENSIONS[name].labels), tally)


def row_kind(indicator: Indicator) -> RowKind:
    """Its measure, of an indicator that counts rows of persons."""
    assert isinstance(indicator.measure, RowKind)
    return indicator.measure


def _tally(indicator: Indicator, town: Town, sums: Sums, partial: Partial, groups: int) -> Tally:
    """What is found for each group; unknown as long as something was not delivered."""
    shape = (groups, town.calendar.size)
    return row_kind(indicator).tally(partial, shape) if all(sums.present) else Tally.unknown(shape)


def _own_parts(indicator: Indicator, town: Town, sums: Sums, partial: Partial) -> Iterator[Block]:
    """The breakdown that the kind makes itself."""
    name, shape = indicator.measure.own_dimension, (1, town.calendar.size)
    parts = row_kind(indicator).parts(partial, shape) if all(sums.present) else {}
    for category in DIMENSIONS[name].labels:
        yield _of_categories(town, name, (category,), parts.get(category, Tally.unknown(shape)))


def _per_level(indicator: Indicator, town: Town, level: str, tally: Tally) -> Block:
    if indicator.per is not None:
        tally = tally.per(denominator(town, indicator.per, level))
    codes = town.regions.codes(level)
    return Block(codes, "", ("",) * len(codes), tally.where(_known(town, level)))


def _of_categories(town: Town, name: str, categories: tuple[str, ...], tally: Tally) -> Block:
    codes = town.regions.codes("gemeente") * len(categories)
    return Block(codes, name, categories, tally.where(_known(town, "gemeente")))


def _known(town: Town, level: str) -> NDArray[np.bool_]:
    """Whether each area had the border of now in each period; shape (areas, periods)."""
    return town.regions.known(level, town.calendar.first_days)
