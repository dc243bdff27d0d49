"""The rows of an earlier delivery, to hold the next one against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from socdom.sources.delivery_spec import DELIVERIES, DeliveryFile
from socdom.sources.examine.dated import day_column, per_quarter, quarter_name, table_of
from socdom.tables import Tables


@dataclass(frozen=True)
class Previous:
    """Counts of a delivery that was accepted before.

    Attributes:
        received: the day on which it came in.
        rows: delivery ("clienten") → rows.
        per_quarter: delivery → quarter ("2020Q4") → rows.
    """

    received: date
    rows: Mapping[str, int]
    per_quarter: Mapping[str, Mapping[str, int]]

    def as_dict(self) -> dict[str, Any]:
        """The counts as values that JSON knows."""
        return {
            "received": self.received.isoformat(),
            "rows": dict(self.rows),
            "per_quarter": {name: dict(counts) for name, counts in self.per_quarter.items()},
        }

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> Previous:
        """Inverse of `as_dict`."""
        return cls(date.fromisoformat(found["received"]), found["rows"], found["per_quarter"])


def previous_of(tables: Tables, received: date) -> Previous:
    """The counts of accepted tables; a delivery without rows is not there."""
    rows: dict[str, int] = {}
    quarters: dict[str, dict[str, int]] = {}
    for name, spec in DELIVERIES.items():
        frame = _rows_of(tables, spec)
        if len(frame):
            rows[name] = len(frame)
            quarters[name] = named(per_quarter(frame, day_column(spec)))
    return Previous(received, rows, quarters)


def named(counts: Mapping[int, int]) -> dict[str, int]:
    """The same counts, by the names of the quarters."""
    return {quarter_name(index): count for index, count in counts.items()}


def _rows_of(tables: Tables, spec: DeliveryFile) -> pd.DataFrame:
    """The rows of a table that came in one delivery."""
    frame = getattr(tables, table_of(spec))
    return frame[frame["law"] == spec.constants["law"]] if "law" in spec.constants else frame
