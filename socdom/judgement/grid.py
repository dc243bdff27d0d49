"""A series laid out quarter by quarter, and cut where another one begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from socdom.quarters import Quarter, quarter_range

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Grid:
    """Quarters without a hole between them; arrays of shape (n,), NaN where nothing is shown.

    Attributes:
        periods: shape (n,), texts ("2020Q4").
        quarter: quarter of the year, 0 to 3.
        shown: the figures as shown.
        values: the same of the quarters that take part: not of incomplete ones.
        counts: number of cases behind each figure.
        sizes: denominators.
        complete: False for a quarter that is incomplete.
    """

    periods: NDArray[np.str_]
    quarter: Ints
    shown: Floats
    values: Floats
    counts: Floats
    sizes: Floats
    complete: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.periods)

    def part(self, start: int, stop: int) -> Grid:
        """The quarters from `start` up to but not including `stop`."""
        return replace(self, **{field.name: getattr(self, field.name)[start:stop] for field in fields(self)})

    def position(self, period: str) -> int:
        """Where a quarter stands, also one outside the grid: below 0 before it, at least its length after it."""
        return Quarter.parse(period).index - Quarter.parse(str(self.periods[0])).index


def laid_out(
    periods: tuple[str, ...],
    values: tuple[float | None, ...],
    counts: tuple[float | None, ...] | None,
    sizes: tuple[float | None, ...] | None,
    incomplete: frozenset[str],
) -> Grid:
    """Lay a series out, with a gap for every quarter that is not there.

    Args:
        periods: quarters in order of time, at least one; the other tuples are as long, or None.
        incomplete: quarters that take no part.
    """
    quarters = [Quarter.parse(period) for period in periods]
    every = list(quarter_range(quarters[0], quarters[-1]))
    place = np.array([quarter.index - quarters[0].index for quarter in quarters])
    complete = np.array([str(quarter) not in incomplete for quarter in every])
    shown = _spread(values, place, len(every))
    return Grid(
        periods=np.array([str(quarter) for quarter in every]),
        quarter=np.array([quarter.number - 1 for quarter in every]),
        shown=shown,
        values=np.where(complete, shown, np.nan),
        counts=_spread(counts, place, len(every)),
        sizes=_spread(sizes, place, len(every)),
        complete=complete,
    )


def _spread(numbers: tuple[float | None, ...] | None, place: Ints, size: int) -> Floats:
    laid = np.full(size, np.nan)
    if numbers is not None:
        laid[place] = [np.nan if number is None else number for number in numbers]
    return laid


def cuts(grid: Grid, begins: Iterable[str], stop: int) -> list[tuple[int, int]]:
    """Start and stop of every stretch up to `stop`: a new one begins at every quarter of `begins`."""
    inner = {grid.position(period) for period in begins}
    edges = [0, *sorted(place for place in inner if 0 < place < stop), stop]
    return list(zip(edges[:-1], edges[1:], strict=True))
