"""The engine itself: one indicator beside the same question in SQL, the whole catalogue, and parts in turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.indicators import catalogue
from socdom.measures.compute import compute
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.parts import compute_parts
from socdom.measures.runners import in_processes
from socdom.measures.selection import Selection
from socdom.tables.codes import CATEGORIES
from socdom.tables.partitions import TOTALS, read_part, read_totals
from tests.bench.alone import WORKERS
from tests.bench.core import quarter_table
from tests.bench.data import QUARTERS, WIJKEN
from tests.bench.towns import AREAS
from tests.lib.definitions import indicator

Floats = NDArray[np.float64]
Work = Callable[[], Floats]

_FIRST = QUARTERS[0].index
_LAST = len(QUARTERS) - 1
_WMO = CATEGORIES["wmo"]
QUESTION = indicator(
    measure=PersonsActive(Selection("provisions", {"law": "wmo"})),
    levels=("gemeente", "wijk"),
    group_by=("categorie_wmo",),
)


def socdom(folder: Path) -> Work:
    """Persons with a Wmo provision per quarter: the municipality, each wijk, and each category.

    The tables (one partition) are in memory before the clock starts.
    """
    tables = read_part(folder, 0)
    return lambda: _values(compute([QUESTION], tables, QUARTERS, AREAS))


def duckdb_tables(folder: Path) -> Work:
    """The same by SQL on tables that DuckDB holds in memory; residence as the engine sees it."""
    connection = duckdb.connect()
    for name in ("provisions", "addresses"):
        connection.execute(f"create table {name} as from read_parquet('{folder}/part-00000/{name}.parquet')")
    connection.register("quarter_table", quarter_table())
    connection.execute("create table quarters as from quarter_table")

    def work() -> Floats:
        found = np.zeros((1 + len(WIJKEN) + len(_WMO), len(QUARTERS)))
        for query, first, names in (
            (_TOTAL, 0, ("",)),
            (_BY_WIJK, 1, WIJKEN),
            (_BY_CATEGORY, 1 + len(WIJKEN), _WMO),
        ):
            rows = connection.execute(query).df()
            found[first + pd.Index(names).get_indexer(rows["name"]), rows["quarter"]] = rows["persons"]
        return found

    return work


def _number(day: str) -> str:
    return f"(year({day}) * 4 + quarter({day}) - 1 - {_FIRST})"


# Unnesting was the quicker of the two forms of the core question.
_ACTIVE = f"""active as (
  select person, category, unnest(range(greatest({_number("start")}, 0),
    least(coalesce({_number('"end"')}, 9999), {_LAST}) + 1)) as quarter from provisions where law = 'wmo')"""
# A person counts in a quarter in the last address of that quarter.
_HOMES = f"""homes as (
  select person, 'WK' || substr(area, 3, 6) as wijk, {_number("start")} as since,
    least(coalesce({_number('"end"')}, 9999),
      coalesce(lead({_number("start")}) over (partition by person order by start) - 1, 9999)) as until
  from addresses)"""
_TOTAL = (
    f"with {_ACTIVE} select '' as name, quarter, count(distinct person) as persons from active group by all"
)
_BY_CATEGORY = f"""with {_ACTIVE}
  select category as name, quarter, count(distinct person) as persons from active group by all"""
_BY_WIJK = f"""with {_ACTIVE}, {_HOMES}
  select wijk as name, quarter, count(distinct person) as persons from active join homes using (person)
  where quarter between since and until group by all"""


def town(folder: Path) -> Work:
    """The whole catalogue of own registrations on a town that is in memory before the clock starts."""
    totals = read_totals(folder)
    tables = replace(read_part(folder, 0), **{name: getattr(totals, name) for name in TOTALS})
    return lambda: compute(own_indicators(), tables, QUARTERS, AREAS)["value"].to_numpy()


def own_indicators() -> list[Indicator]:
    """The indicators that count own registrations."""
    return [item for item in catalogue().values() if not item.external_series]


def parts(folder: Path) -> Work:
    """One indicator over all partitions of a folder, one in memory at a time in each of two processes."""
    return lambda: _values(compute_parts([QUESTION], folder, QUARTERS, AREAS, run=in_processes(WORKERS)))


def _values(figures: pd.DataFrame) -> Floats:
    """The values of quarterly figures, a row for every area or category."""
    return figures["value"].to_numpy().reshape(-1, len(QUARTERS))
