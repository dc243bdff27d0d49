"""What the kinds that count rows of persons have in common."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.errors import DefinitionError, Fault
from socdom.measures.dimensions import Dimension
from socdom.measures.kinds.base import Kind
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.measures.tally import Tally

Ints = NDArray[np.int64]

UNITS = {"persons": "person", "households": "household", "rows": ""}


class RowKind(Kind):
    """A kind that turns the rows of a selection into stretches of quarters and counts those.

    A subclass has a field `selection` and two methods: `spans` once per indicator, `tally` once per way of
    grouping.
    """

    selection: Selection

    @property
    def table(self) -> str:
        return self.selection.table

    def fits(self, dimension: Dimension) -> bool:
        """By age of the persons, or by a column of codes of the table."""
        return bool(dimension.ages) or dimension.column in self.selection.columns("str")

    def spans(self, rows: pd.DataFrame) -> Spans:
        """The stretches of quarters that the selected rows stand for."""
        raise NotImplementedError

    def tally(self, spans: Spans, group: Ints, shape: tuple[int, int]) -> Tally:
        """Count stretches per group and quarter; quarters are numbered from the first of the run."""
        raise NotImplementedError


def units(rows: pd.DataFrame, of: str) -> Ints:
    """What is counted once in each row: its person, its household, or the row itself."""
    return rows[UNITS[of]].to_numpy() if UNITS[of] else np.arange(len(rows), dtype=np.int64)


def events(rows: pd.DataFrame, quarter: Ints, value: Ints) -> Spans:
    """Stretches of one quarter, one for each row."""
    number = rows.index.to_numpy().astype(np.int64)
    return Spans(number, number, rows["person"].to_numpy(), quarter, quarter, value)


def cells(spans: Spans, group: Ints, shape: tuple[int, int]) -> tuple[Spans, Ints]:
    """The events within the quarters of the run, and the cell (group × quarter) of each."""
    inside = (spans.first >= 0) & (spans.first < shape[1])
    return spans.take(inside), group[inside] * shape[1] + spans.first[inside]


def check_choices(kind: str, named: Mapping[str, tuple[object, tuple[object, ...]]]) -> None:
    """Refuse fields of a kind with a value that is not one of a list.

    Args:
        kind: name of the class.
        named: field → its value and the values that are allowed.

    Raises:
        DefinitionError: all of them.
    """
    faults = [
        Fault(f"{kind}: {name}", f"gevonden: {value!r}", remedy=f"Kies uit {', '.join(map(str, allowed))}.")
        for name, (value, allowed) in named.items()
        if value not in allowed
    ]
    if faults:
        raise DefinitionError(faults)


def check_gap(gap_days: int | None) -> None:
    """Refuse a gap that is no whole number of days (None: no gap).

    Raises:
        DefinitionError: it is.
    """
    if gap_days is not None and (not isinstance(gap_days, int) or gap_days < 0):
        raise DefinitionError(
            Fault(
                "gap_days",
                f"een heel getal vanaf 0, gevonden: {gap_days!r}",
                remedy="Schrijf bijvoorbeeld 90.",
            )
        )


def check_columns(selection: Selection, dtype: str, named: Mapping[str, str]) -> None:
    """Refuse fields of a kind that name a column the table does not have in that type.

    Raises:
        DefinitionError: all of them.
    """
    allowed = selection.columns(dtype)
    faults = [
        Fault(
            field,
            f"een kolom van {selection.table}, gevonden: {column!r}",
            remedy=f"Kies uit {', '.join(allowed)}.",
        )
        for field, column in named.items()
        if column not in allowed
    ]
    if faults:
        raise DefinitionError(faults)
