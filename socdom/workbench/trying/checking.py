"""A definition counted twice on the same rows: by the engine, and slowly by another road."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from socdom.measures.compute import compute
from socdom.measures.indicator import Indicator
from socdom.oracle import Oracle
from socdom.oracle.found import Cell
from socdom.quarters import Quarter
from socdom.workbench.ground import Ground
from socdom.workbench.trying.sampling import Sample, sample

# Two years: a change with a year earlier and a return within a year have something to look back on.
_QUARTERS = 8
_NUMBERS = ("numerator", "denominator", "value", "base")

Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Checked:
    """What came of counting twice.

    Attributes:
        cells: how many figures were counted twice; 0 when there is nothing to count.
        filled: how many of those are not zero and not unknown: in those something is counted.
        apart: period, area, dimension and category of the figures that differ. No number: they are of few persons.
        persons, of_persons: in the sample, and in all.
        quarters: that were counted.
    """

    cells: int
    filled: int
    apart: tuple[Key, ...]
    persons: int
    of_persons: int
    quarters: tuple[Quarter, ...]

    @property
    def agrees(self) -> bool:
        """Whether something was counted, and both counts say the same."""
        return bool(self.filled) and not self.apart


def checked(ground: Ground, indicator: Indicator) -> Checked | None:
    """Count a sample of whole households twice; None for published figures, which are not counted here.

    Every level, category and period (of the last two years) is held against `socdom.oracle`, which uses nothing of the
    engine but the definition.
    """
    if indicator.external_series:
        return None
    chosen, quarters = sample(ground.tables, indicator), _quarters(ground, indicator)
    areas = ground.scope.areas
    figures = compute([indicator], chosen.tables, quarters, areas)
    slow = Oracle(chosen.tables, areas).cells(indicator, quarters)
    fast = {
        (row["period"], row["area"], row["dimension"], row["category"]): row
        for row in figures.to_dict("records")
    }
    return _compared(fast, slow, chosen, quarters)


def _quarters(ground: Ground, indicator: Indicator) -> tuple[Quarter, ...]:
    """The last two years; of an indicator of years, the last that are over."""
    known = ground.scope.quarters
    if indicator.every == "jaar":
        last = max((quarter for quarter in known if quarter.number == 4), default=known[-1])
        known = tuple(quarter for quarter in known if quarter <= last)
    return tuple(known[-_QUARTERS:])


def _compared(
    fast: Mapping[Key, Mapping[str, Any]],
    slow: Mapping[Key, Cell],
    chosen: Sample,
    quarters: tuple[Quarter, ...],
) -> Checked:
    apart = tuple(sorted(_apart(fast, slow)))
    filled = sum(not math.isnan(cell.value) and cell.value != 0 for cell in slow.values())
    return Checked(len(slow), filled, apart, chosen.persons, chosen.of_persons, quarters)


def _apart(fast: Mapping[Key, Mapping[str, Any]], slow: Mapping[Key, Cell]) -> Iterator[Key]:
    """Figures that only one of the counts has, or with another number or reason for having none."""
    yield from fast.keys() ^ slow.keys()
    for key in fast.keys() & slow.keys():
        row, cell = fast[key], slow[key]
        if not all(_same(row[name], getattr(cell, name)) for name in _NUMBERS):
            yield key
        elif math.isnan(cell.value) and (row["status"] == "onmogelijk") != cell.impossible:
            yield key


def _same(left: float, right: float) -> bool:
    """To the last digits; a difference of large amounts can be off by a tiny part of a cent."""
    return (math.isnan(left) and math.isnan(right)) or math.isclose(left, right, rel_tol=1e-12, abs_tol=1e-6)
