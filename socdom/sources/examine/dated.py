"""Which quarter a row belongs to: that of the day on which the municipality came to know of it.

For a planned start or end says nothing of how far a delivery goes; the day of a decision or of receipt does.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from socdom.quarters import Quarter
from socdom.sources.delivery_spec import DeliveryFile

# Table → column with that day; of counts, the quarter itself.
DAY_OF = {
    "addresses": "start",
    "provisions": "assigned",
    "applications": "received",
    "benefits": "start",
    "reintegrations": "start",
    "debt_trajectories": "registered",
    "debt_signals": "received",
    "declarations": "received",
    "population": "quarter",
    "households": "quarter",
    "budget": "quarter",
}
_COUNTED = "quarter"
_YEAR = 4
# A quarter with less than this part of what is usual holds stray rows only.
_STRAY = 0.05


def table_of(spec: DeliveryFile) -> str:
    """The table with the day of a delivery."""
    return next(name for name in spec.tables if name in DAY_OF)


def day_column(spec: DeliveryFile) -> str:
    """Column with that day, or with the quarter."""
    return DAY_OF[table_of(spec)]


def counts_quarters(spec: DeliveryFile) -> bool:
    """Whether a delivery holds counts per quarter, and no days."""
    return day_column(spec) == _COUNTED


def per_quarter(frame: pd.DataFrame, column: str) -> dict[int, int]:
    """Index of a quarter → number of rows, oldest first.

    Args:
        frame: rows that could be read; a day that is missing counts nowhere.
        column: of days, or "quarter".
    """
    if column == _COUNTED:
        indexes = frame[column].to_numpy(dtype="int64")
    else:
        days = frame[column].dropna().dt
        indexes = (days.year * _YEAR + days.quarter - 1).to_numpy(dtype="int64")
    found, rows = np.unique(indexes, return_counts=True)
    return {int(index): int(count) for index, count in zip(found, rows, strict=True)}


def usual(counts: Mapping[int, int], last: int) -> float:
    """Mean number of rows of the four quarters up to and including `last`."""
    return sum(counts.get(last - back, 0) for back in range(_YEAR)) / _YEAR


def least(counts: Mapping[int, int], last: int) -> int:
    """Number of rows of the poorest of the four quarters up to and including `last`."""
    return min(counts.get(last - back, 0) for back in range(_YEAR))


def last_covered(counts: Mapping[int, int], until: int) -> int | None:
    """The newest quarter, not after `until`, that holds more than a few stray rows; None without rows."""
    for index in sorted((index for index in counts if index <= until), reverse=True):
        if counts[index] >= _STRAY * usual(counts, index - 1):
            return index
    return None


def first_covered(counts: Mapping[int, int]) -> int | None:
    """The first quarter, without the first hundredth of the rows: somebody may have lived here since 1930."""
    total, seen = sum(counts.values()), 0
    for index in sorted(counts):
        seen += counts[index]
        if seen > total / 100:
            return index
    return None


def quarter_name(index: int | None) -> str:
    """ "2020Q4"; "" for none."""
    return "" if index is None else str(Quarter.from_index(index))
