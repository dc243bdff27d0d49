"""Figures of a municipality that is too large to hold at once: person by person in parts, and the sums added.

The tables lie as Parquet, parted by person (`socdom.tables.partitions`). A part is read, counted and let go;
only its sums stay, and those do not grow with the number of persons. The parts can be counted in any order and
anywhere: whole numbers are added, so the figures are the same to the last digit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from pathlib import Path

import pandas as pd

from socdom.areas import Area
from socdom.measures.compute import added, count, figures_of
from socdom.measures.indicator import Indicator
from socdom.measures.partial import Sums
from socdom.quarters import Quarter
from socdom.tables.partitions import parts, read_part, read_totals

# Runs a function on each of some numbers and gives the results, in any order, as they come.
Runner = Callable[[Callable[[int], dict[str, Sums]], Sequence[int]], Iterable[dict[str, Sums]]]


def in_turn(function: Callable[[int], dict[str, Sums]], numbers: Sequence[int]) -> Iterator[dict[str, Sums]]:
    """One part after another, in this process."""
    return map(function, numbers)


def compute_parts(
    indicators: Sequence[Indicator],
    folder: Path,
    quarters: Sequence[Quarter],
    areas: Sequence[Area],
    external: pd.DataFrame | None = None,
    *,
    run: Runner = in_turn,
) -> pd.DataFrame:
    """The figures `compute` gives for the same tables, with one part in memory at a time (per worker).

    Args:
        folder: of `socdom.tables.partitions.write_partitions`.
        indicators, quarters, areas, external: as of `compute`.
        run: where the parts are counted: `in_turn`, or one of `socdom.measures.runners`.
    """
    counter = PartCounter(tuple(indicators), folder, tuple(quarters), tuple(areas))
    sums = reduce(added, run(counter, range(parts(folder))))
    return figures_of(indicators, sums, read_totals(folder), quarters, areas, external)


class PartCounter:
    """Counts one part by its number; can be sent to another process or machine that sees the folder."""

    def __init__(
        self,
        indicators: tuple[Indicator, ...],
        folder: Path,
        quarters: tuple[Quarter, ...],
        areas: tuple[Area, ...],
    ) -> None:
        self.indicators, self.folder, self.quarters, self.areas = indicators, folder, quarters, areas

    def __call__(self, number: int) -> dict[str, Sums]:
        """The sums over the persons of a part."""
        return count(self.indicators, read_part(self.folder, number), self.quarters, self.areas)
