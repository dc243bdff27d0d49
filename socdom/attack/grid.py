"""The unknown numbers laid out by what they count, area and period, so that relations can be made for all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.attack.cells import Cell
from socdom.attack.counts import Count
from socdom.editions.model import AreaRecord
from socdom.quarters import Quarter

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_PER_YEAR = 4


@dataclass(frozen=True)
class Grid:
    """Arrays of shape (areas, periods) for every count; -1 or NaN where there is no number.

    Attributes:
        counts: what is counted, each once; `place` gives the position of each.
        names: short Dutch name of a table in which each count stands.
        families: counts that are the categories of one breakdown.
        areas: codes of the areas.
        parents: area → its areas one level lower, by position.
        periods: quarters and years.
        unknown: (counts, areas, periods): position among the unknowns of the first that is this count.
        first: of each unknown, the first that is the same count.
        true: the same shape: the true number.
        base: the same shape: persons or cases behind it.
    """

    counts: tuple[Count, ...]
    names: tuple[str, ...]
    families: tuple[tuple[int, ...], ...]
    areas: tuple[str, ...]
    parents: dict[int, tuple[int, ...]]
    periods: tuple[str, ...]
    unknown: Ints
    first: Ints
    true: Floats
    base: Floats

    @classmethod
    def of(cls, unknowns: pd.DataFrame, cells: Sequence[Cell], areas: Sequence[AreaRecord]) -> Grid:
        """Lay out the unknowns.

        Args:
            unknowns: index 0 … n-1; columns cell (position in `cells`), area, period, true and base.
            cells: all numbers of the edition.
            areas: of the edition.
        """
        counts = tuple(dict.fromkeys(cell.count for cell in cells))
        place = {count: number for number, count in enumerate(counts)}
        of_cell = np.array([place[cell.count] for cell in cells], dtype=np.int64)
        names = {place[cell.count]: cell.table for cell in reversed(cells)}
        codes = _codes(set(unknowns["area"]), areas)
        area = pd.Categorical(unknowns["area"], categories=codes).codes
        period, periods = pd.factorize(unknowns["period"], sort=True)
        shape = (len(counts), len(codes), len(periods))
        at = (of_cell[unknowns["cell"].to_numpy()], area, period)
        first = np.arange(len(unknowns))[::-1]  # the last one written stays, so that the first unknown wins
        number = np.full(shape, -1, dtype=np.int64)
        number[tuple(index[first] for index in at)] = first
        numbers = {}
        for name in ("true", "base"):
            numbers[name] = np.full(shape, np.nan)
            numbers[name][tuple(index[first] for index in at)] = unknowns[name].to_numpy(dtype=float)[first]
        return cls(
            counts,
            tuple(names[position] for position in range(len(counts))),
            _families(cells, of_cell),
            codes,
            _parents(codes, areas),
            tuple(periods),
            number,
            number[at],
            **numbers,
        )

    @cached_property
    def place(self) -> dict[Count, int]:
        """Position of each count."""
        return {count: number for number, count in enumerate(self.counts)}

    @cached_property
    def there(self) -> Bools:
        """Where there is a number."""
        return self.unknown >= 0

    @cached_property
    def town(self) -> Ints:
        """Positions of the areas that lie in no other: those hold everybody, whatever home is known."""
        inner = {child for children in self.parents.values() for child in children}
        return np.array([place for place in range(len(self.areas)) if place not in inner], dtype=np.int64)

    def rest(self, whole: int, parts: Iterable[int]) -> list[tuple[Ints, float]]:
        """What a count has more than some others together, as terms of a relation."""
        return [(self.unknown[whole], 1.0), *((self.unknown[part], -1.0) for part in parts)]

    def earlier(self, periods: int) -> Ints:
        """Of each period the position of the quarter so many quarters before; -1 when it is not there, and of years."""
        return self._shifted(periods, years=False)

    def year_before(self) -> Ints:
        """Of each period the same period a year before; -1 when it is not there."""
        return self._shifted(_PER_YEAR, years=True)

    @cached_property
    def quarters_of_years(self) -> Ints:
        """Shape (periods, 4): the quarters of each year; -1 when one is not there, and of quarters."""
        found = [
            [self._position(f"{label}Q{number}") for number in range(1, 5)] if "Q" not in label else [-1] * 4
            for label in self.periods
        ]
        return np.array(found, dtype=np.int64).reshape(len(self.periods), _PER_YEAR)

    def _shifted(self, quarters: int, *, years: bool) -> Ints:
        found = [self._position(_before(label, quarters, years=years)) for label in self.periods]
        return np.array(found, dtype=np.int64)

    def _position(self, label: str) -> int:
        return self._at.get(label, -1)

    @cached_property
    def _at(self) -> dict[str, int]:
        return {label: place for place, label in enumerate(self.periods)}


def _before(label: str, quarters: int, *, years: bool) -> str:
    if "Q" in label:
        return str(Quarter.parse(label) - quarters)
    return str(int(label) - quarters // _PER_YEAR) if years else ""


def _families(cells: Sequence[Cell], of_cell: Ints) -> tuple[tuple[int, ...], ...]:
    """The counts that are the categories of one breakdown, each breakdown once."""
    found: dict[tuple[str, str, str], list[int]] = {}
    for cell, place in zip(cells, of_cell, strict=True):
        if cell.dimension and cell.part != "difference":
            found.setdefault((cell.indicator, cell.dimension, cell.part), []).append(int(place))
    return tuple(dict.fromkeys(tuple(places) for places in found.values()))


def _codes(there: set[str], areas: Sequence[AreaRecord]) -> tuple[str, ...]:
    """The areas with a number, and those beside one: without a number of theirs the others are not the whole."""
    divided = {area.parent for area in areas if area.code in there}
    return tuple(sorted(there | {area.code for area in areas if area.parent in divided - {""}}))


def _parents(codes: Sequence[str], areas: Sequence[AreaRecord]) -> dict[int, tuple[int, ...]]:
    place = {code: number for number, code in enumerate(codes)}
    found: dict[int, list[int]] = {}
    for area in areas:
        if area.code in place and area.parent in place:
            found.setdefault(place[area.parent], []).append(place[area.code])
    return {parent: tuple(children) for parent, children in found.items()}
