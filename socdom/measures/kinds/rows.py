"""What the kinds that count rows of persons have in common."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.arranged import Arranged
from socdom.measures.dimensions import Dimension
from socdom.measures.kinds.base import Kind
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.measures.tally import Tally
from socdom.quarters import Quarter
from socdom.stats.distinct import count_distinct
from socdom.tables import Tables
from socdom.tables.codes import codes_of

Ints = NDArray[np.int64]

UNITS = {"persons": "person", "households": "household", "rows": ""}


class RowKind(Kind):
    """A kind that turns rows of persons into stretches of periods and counts those.

    A subclass has a field `selection`, and the methods `spans` (once per indicator), `partial` (once per way of
    grouping and part of the persons) and `tally` (once per way of grouping, on the sum of the partials).
    What stands in `parts` is of its `own_dimension`.
    """

    selection: Selection
    periods: ClassVar[tuple[str, ...]] = ("kwartaal", "jaar")

    @property
    def table(self) -> str:
        return self.selection.table

    @property
    def ages(self) -> tuple[int, int] | None:
        """First and last age of who counts; None for everybody."""
        return self.selection.ages

    def fits(self, dimension: Dimension) -> bool:
        """By age of the persons, or by a column of the table; every category must be one that can occur.

        A category that the selection leaves out, or a code of another law or table, would count nobody. That zero
        looks like a figure, and hidden it looks like a few persons.
        """
        if dimension.ages:
            return all(self._can_be(ages) for ages in dimension.ages.values())
        if dimension.column not in self.selection.columns("str"):
            return False
        chosen = self.selection.codes(dimension.column)
        if chosen and not set(dimension.labels) <= {dimension.category_of(code) for code in chosen}:
            return False
        allowed = codes_of(self.table, dimension.column, self.selection.codes("law"))
        return not allowed or set(dimension.codes or dimension.labels) <= set(allowed)

    def _can_be(self, ages: tuple[int, int]) -> bool:
        """Whether somebody of these ages can count."""
        first, last = self.ages or ages
        return first <= ages[1] and ages[0] <= last

    @property
    def needs(self) -> tuple[Selection, ...]:
        """What must have been delivered; without it the figure is unknown, not 0."""
        return (self.selection,)

    def present(self, tables: Tables) -> tuple[bool, ...]:
        """Of everything that must have been delivered, whether it is there."""
        return tuple(rows.is_present(getattr(tables, rows.table)) for rows in self.needs)

    def known_from(self, start: Quarter) -> Quarter:
        """First quarter with a figure, of something that is registered from `start` on; later for who looks back."""
        return start

    def prepare(self, tables: Arranged) -> pd.DataFrame:
        """The rows that are counted, numbered from 0."""
        return tables.selected(self.selection)

    def spans(self, rows: pd.DataFrame) -> Spans:
        """The stretches of quarters that the rows stand for."""
        raise NotImplementedError

    def in_years(self, spans: Spans) -> Spans:
        """The same in years: every year that holds a quarter of the stretch."""
        return replace(spans, first=spans.first // 4, last=spans.last // 4)

    def partial(self, counted: Counted) -> Partial:
        """What the stretches add to the sums."""
        raise NotImplementedError

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        """The figures, from the sums over all persons."""
        raise NotImplementedError

    def parts(self, partial: Partial, shape: tuple[int, int]) -> dict[str, Tally]:
        """Figures of `own_dimension`: category → tally."""
        raise NotImplementedError


class CountKind(RowKind):
    """A kind whose figure is a number of distinct units in each period of their stretches."""

    @property
    def protection(self) -> str:
        return "personen"

    def partial(self, counted: Counted) -> Partial:
        return Partial({"units": distinct_units(counted)})

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        return Tally.of_counts(partial.counts["units"])


class ShareOrNumber(RowKind):
    """A kind whose figure is a number of units or, with `share`, the part they are of some whole.

    A subclass is a dataclass with the field `share`, and says how each of the two is called.

    Attributes:
        names: Dutch name of the number, and of the share.
        counting: `method` of the number; that of the share has "aandeel_" before it.
    """

    share: bool
    names: ClassVar[tuple[str, str]]
    counting: ClassVar[str]

    @property
    def name(self) -> str:
        return self.names[self.share]

    @property
    def method(self) -> str:
        return f"aandeel_{self.counting}" if self.share else self.counting

    @property
    def protection(self) -> str:
        return "aandeel" if self.share else "personen"

    @property
    def takes_denominator(self) -> bool:
        return not self.share


class AtEnd(RowKind):
    """A kind about the last day of the period: its stretches are of the quarters on whose last day they run."""

    moments: ClassVar[tuple[str, ...]] = ("stand",)

    def in_years(self, spans: Spans) -> Spans:
        """The years on whose last day the stretch is there."""
        return replace(spans, first=spans.first // 4, last=(spans.last + 1) // 4 - 1)


def distinct_units(counted: Counted, where: NDArray[np.bool_] | None = None) -> Ints:
    """Number of distinct units per group and period; only of the stretches in the mask `where`."""
    spans, group = counted.spans, counted.group
    if where is not None:
        spans, group = spans.take(where), group[where]
    return count_distinct(group, spans.unit, spans.first, spans.last, counted.shape)


def per_cell(counted: Counted, where: NDArray[np.bool_] | None = None) -> Ints:
    """Number of events per group and period; only those in the mask `where`."""
    cells = counted.cells if where is None else counted.cells[where]
    size = counted.shape[0] * counted.shape[1]
    return np.bincount(cells, minlength=size).astype(np.int64).reshape(counted.shape)


def units(rows: pd.DataFrame, of: str) -> Ints:
    """What is counted once in each row: its person, its household, or the row itself."""
    return rows[UNITS[of]].to_numpy() if UNITS[of] else np.arange(len(rows), dtype=np.int64)


def events(rows: pd.DataFrame, quarter: Ints, value: Ints) -> Spans:
    """Stretches of one quarter, one for each row; what has no date falls out of every run."""
    number = rows.index.to_numpy().astype(np.int64)
    return Spans(number, number, rows["person"].to_numpy(), quarter, quarter, value)
