"""How long something took: the median of what was finished in the quarter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.dates import day_numbers, quarter_numbers
from socdom.measures.kinds.rows import RowKind, cells, check_choices, check_columns, events
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.measures.tally import Tally
from socdom.stats.medians import medians

Ints = NDArray[np.int64]

DAYS_PER_UNIT = {"dagen": 1, "weken": 7}


@dataclass(frozen=True)
class Duration(RowKind):
    """Median number of days or weeks from one date to another, by the quarter of the second.

    Only finished cases count: both dates are known. A case whose second date is before its first (help that
    was allocated afterwards) says nothing about waiting and is left out.

    Attributes:
        selection: the rows.
        from_, to: columns of the two dates.
        unit: "dagen" or "weken".
    """

    selection: Selection
    from_: str
    to: str
    unit: str = "dagen"

    name = "duur (mediaan)"
    method = "mediaan_duur/1"
    protection = "duur"
    takes_denominator = False

    def __post_init__(self) -> None:
        check_choices("Duration", {"unit": (self.unit, tuple(DAYS_PER_UNIT))})
        check_columns(self.selection, "datetime64[s]", {"from_": self.from_, "to": self.to})

    def spans(self, rows: pd.DataFrame) -> Spans:
        return finished(rows, self.from_, self.to)

    def tally(self, spans: Spans, group: Ints, shape: tuple[int, int]) -> Tally:
        inside, cell = cells(spans, group, shape)
        median, count = medians(cell, inside.value, shape[0] * shape[1])
        statistic = median.reshape(shape) / DAYS_PER_UNIT[self.unit]
        return Tally(np.full(shape, np.nan), count.reshape(shape).astype(float), statistic=statistic)


def finished(rows: pd.DataFrame, from_: str, to: str) -> Spans:
    """One event for each finished case, in the quarter of its second date, with its number of days."""
    days = day_numbers(rows[to]) - day_numbers(rows[from_])
    complete = (rows[from_].notna() & rows[to].notna()).to_numpy() & (days >= 0)
    return events(rows, quarter_numbers(rows[to]), days).take(complete)
