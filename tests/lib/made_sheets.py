"""Deliveries made in memory: the small one line by line, and sheets of any number of rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from socdom.errors import Fault
from socdom.sources.delivered import Delivered, Sheet
from socdom.sources.delivery_spec import DELIVERIES
from socdom.sources.raw import Part, RawFile
from socdom.tables.model import COLUMNS, Tables
from tests.fixtures.bad_deliveries.small_delivery import SMALL, Lines

_SOME_DAY = pd.Timestamp(2020, 6, 1)
_SOME_CODE = {"form": "zin", "provider": "99990101", "referrer": "01", "area": "BU99980101", "sex": "man"}


def small_parts(changes: Mapping[str, Callable[[Lines], Lines]] | None = None) -> list[Part]:
    """The small delivery as an adapter hands it over; `changes` by name of a file, one that leaves nothing drops it."""
    parts = []
    for delivery, spec in DELIVERIES.items():
        lines = (changes or {}).get(spec.file, lambda same: same)(list(SMALL[spec.file]))
        if lines:
            names, *rows = [line.split(";") for line in lines]
            read = pd.DataFrame(rows, columns=names, dtype="str")
            texts = pd.DataFrame({column.name: read[column.header] for column in spec.columns}, dtype="str")
            parts.append(Part(delivery, spec, RawFile(texts, np.arange(2, len(rows) + 2))))
    return parts


def sheet(
    delivery: str, rows: int, wrong: Mapping[str, Sequence[bool]] | None = None, **columns: Any
) -> Sheet:
    """A sheet with values that are all right, but for those that are given: one for all rows, or one for each."""
    spec = DELIVERIES[delivery]
    types = {name: dtype for table in spec.tables for name, dtype in COLUMNS[table].items()}
    values = {name: columns.get(name, _usual(name, dtype, rows)) for name, dtype in types.items()}
    frame = pd.DataFrame(values, index=range(rows)).astype(types).assign(**spec.constants)
    bad = {name: np.array(flags, dtype=bool) for name, flags in (wrong or {}).items()}
    whole = ~np.any(list(bad.values()), axis=0) if bad else np.ones(rows, dtype=bool)
    return Sheet(delivery, spec, frame, np.arange(2, rows + 2), whole, bad)


def _usual(name: str, dtype: str, rows: int) -> Any:
    if dtype == "datetime64[s]":
        return pd.NaT if name in ("end", "decided", "contacted") else _SOME_DAY
    if dtype == "str":
        return _SOME_CODE.get(name, "")
    return range(1, rows + 1) if dtype == "int64" else 1.0


def delivered(
    *sheets: Sheet, refusing: Sequence[Fault] = (), left_out: Mapping[str, int] | None = None
) -> Delivered:
    """What intake makes of sheets."""
    tables = None if refusing else Tables.empty()
    return Delivered(tables, sheets, tuple(refusing), tuple(refusing), left_out or {})


def days(counts: Mapping[str, int]) -> list[pd.Timestamp]:
    """So many rows on each day ("2020-11-05")."""
    return [pd.Timestamp(day) for day, count in counts.items() for _ in range(count)]
