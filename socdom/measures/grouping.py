"""Lay stretches out over the groups of a figure: areas of a level, or categories of a breakdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.dimensions import Dimension
from socdom.measures.spans import Spans, joined
from socdom.measures.town import Town

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Groups:
    """Stretches with a group number, 0 ≤ group < size; a stretch can have a part in several groups."""

    spans: Spans
    group: Ints
    size: int


def in_window(town: Town, spans: Spans) -> Spans:
    """The parts within the periods of the run, still as `Quarter.index` or year."""
    first = town.calendar.first
    return spans.cut(first, first + town.calendar.size - 1)[0]


def at_levels(town: Town, spans: Spans, levels: Sequence[str]) -> list[Groups]:
    """By the areas of each level, in the order of `town.regions.codes`.

    The municipality holds everybody, also who has no known address.
    """
    if not set(levels) - {"gemeente"}:
        return [_everybody(spans)] * len(levels)
    placed, home = town.residence.place(spans)
    return [
        _everybody(spans) if level == "gemeente" else _at_level(town, placed, home, level) for level in levels
    ]


def _everybody(spans: Spans) -> Groups:
    return Groups(spans, np.zeros(len(spans), dtype=np.int64), 1)


def _at_level(town: Town, placed: Spans, home: Ints, level: str) -> Groups:
    group = town.regions.positions(town.residence.area, level)[home]
    known = group >= 0
    if not known.all():
        placed, group = placed.take(known), group[known]
    return Groups(placed, group, len(town.regions.codes(level)))


def by_dimension(town: Town, spans: Spans, rows: pd.DataFrame, dimension: Dimension) -> Groups:
    """By the categories of a breakdown, in the order of its labels; rows: the selected rows of the table."""
    if dimension.ages:
        return _by_age(town, spans, dimension)
    place = {category: number for number, category in enumerate(dimension.labels)}
    number, codes = pd.factorize(rows[dimension.column])
    of_code = np.array([place.get(dimension.category_of(code), -1) for code in codes], dtype=np.int64)
    group = of_code[number[spans.row]]
    known = group >= 0
    return Groups(spans.take(known), group[known], len(place))


def _by_age(town: Town, spans: Spans, dimension: Dimension) -> Groups:
    aged = town.ages.of_spans(spans)
    parts = [aged.within(*dimension.ages[category]) for category in dimension.labels]
    group = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    return Groups(joined(parts), group, len(parts))


def from_zero(town: Town, spans: Spans) -> Spans:
    """The same stretches with the periods numbered from the first of the run."""
    start = town.calendar.first
    return replace(spans, first=spans.first - start, last=spans.last - start)
