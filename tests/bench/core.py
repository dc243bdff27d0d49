"""The core question in several ways: distinct persons active, per quarter, wijk and category.

Every way starts from the same Parquet file (`data.write_core`) and gives an array of wijken × categories by
quarters.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.dates import quarter_numbers
from socdom.stats.distinct import count_distinct
from tests.bench.data import CATEGORIES, QUARTERS, WIJKEN

Ints = NDArray[np.int64]
Work = Callable[[], Ints]

_COLUMNS = ["person", "wijk", "category", "start", "end"]
_FIRST = QUARTERS[0].index
_SHAPE = (len(WIJKEN) * len(CATEGORIES), len(QUARTERS))


def socdom(path: Path) -> Work:
    """Read, turn dates into quarters, and count with `socdom.stats.distinct`."""

    def work() -> Ints:
        rows = pd.read_parquet(path, columns=_COLUMNS)
        place = _place(rows["wijk"], WIJKEN) * len(CATEGORIES) + _place(rows["category"], CATEGORIES)
        first, last = (quarter_numbers(rows[name]) - _FIRST for name in ("start", "end"))
        return count_distinct(place, rows["person"].to_numpy(), first, last, _SHAPE)

    return work


def _place(column: pd.Series, names: tuple[str, ...]) -> Ints:
    """The place of each code in a list."""
    return pd.Index(names).get_indexer(column.cat.categories)[column.cat.codes.to_numpy()]


def pandas_loop(path: Path) -> Work:
    """Per quarter a mask and the number of unique persons: what an analyst writes first."""

    def work() -> Ints:
        rows = pd.read_parquet(path, columns=_COLUMNS)
        every = pd.MultiIndex.from_product([WIJKEN, CATEGORIES])
        found = np.empty(_SHAPE, dtype=np.int64)
        for number, quarter in enumerate(QUARTERS):
            begun = rows["start"] <= pd.Timestamp(quarter.end)
            active = rows[begun & ~(rows["end"] < pd.Timestamp(quarter.start))]
            counted = active.groupby(["wijk", "category"], observed=True)["person"].nunique()
            found[:, number] = counted.reindex(every, fill_value=0)
        return found

    return work


def duckdb_join(path: Path) -> Work:
    """SQL: every provision joined with the quarters in which it is active."""
    return _by_sql(
        path,
        """select quarter, wijk, category, count(distinct person) as persons from provisions join quarters
           on start <= last_day and ("end" is null or "end" >= first_day) group by all""",
    )


def duckdb_unnest(path: Path) -> Work:
    """SQL: every provision repeated for its quarters."""
    number = "year({0}) * 4 + quarter({0}) - 1 - {1}"
    first, last = (number.format(name, _FIRST) for name in ("start", '"end"'))
    return _by_sql(
        path,
        f"""select quarter, wijk, category, count(distinct person) as persons from (
              select person, wijk, category,
                unnest(range(greatest({first}, 0), least(coalesce({last}, 9999), {_SHAPE[1] - 1}) + 1)) as quarter
              from provisions) group by all""",
    )


def _by_sql(path: Path, query: str) -> Work:
    def work() -> Ints:
        connection = duckdb.connect()
        connection.execute(f"create view provisions as from read_parquet('{path}')")
        connection.register("quarters", quarter_table())
        found = connection.execute(query).df()
        place = pd.Index(WIJKEN).get_indexer(found["wijk"]) * len(CATEGORIES)
        place += pd.Index(CATEGORIES).get_indexer(found["category"])
        answer = np.zeros(_SHAPE, dtype=np.int64)
        answer[place, found["quarter"]] = found["persons"]
        return answer

    return work


def quarter_table() -> pd.DataFrame:
    """The quarters numbered from 0, with their first and last day."""
    days = {
        "first_day": [pd.Timestamp(quarter.start) for quarter in QUARTERS],
        "last_day": [pd.Timestamp(quarter.end) for quarter in QUARTERS],
    }
    return pd.DataFrame({"quarter": range(len(QUARTERS)), **days})


def pandas_read(path: Path) -> Work:
    """Only read the columns."""

    def work() -> Ints:
        return np.array([len(pd.read_parquet(path, columns=_COLUMNS))])

    return work


def duckdb_scan(path: Path) -> Work:
    """Only go through the columns, with a checksum that needs every value."""

    def work() -> Ints:
        query = f"""select count(*), bit_xor(hash(person, wijk, category, start, "end"))
                    from read_parquet('{path}')"""
        return np.array([duckdb.connect().execute(query).fetchall()[0][0]])

    return work
