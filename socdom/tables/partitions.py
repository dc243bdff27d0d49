"""Tables beyond memory: cut by person into parts that can be counted apart and added up.

A folder of partitions holds `part-00000/provisions.parquet` and so on, a file per table of persons, and
`totals/population.parquet` and so on for the tables without persons. Codes are Parquet dictionaries.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.tables.model import COLUMNS, PERSON_TABLES, TOTALS, Tables, empty_table

if TYPE_CHECKING:
    import pyarrow as pa

_HOUSEHOLD_TABLES = tuple(name for name in PERSON_TABLES if "household" in COLUMNS[name])
_TOTALS_FOLDER = "totals"

Ints = NDArray[np.int64]


def write_partitions(tables: Tables, folder: Path, parts: int) -> None:
    """Write the tables in `parts` parts; a folder that was there is replaced when all is written.

    A person lies in one part with all rows that name the person, and so do all persons of a household, whichever
    table names the household; persons whom households link together stay together. The order of rows is kept
    within a part. The same tables give the same parts.
    """
    assert parts >= 1, f"number of parts: {parts}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        (draft / _TOTALS_FOLDER).mkdir()
        for name in TOTALS:
            _write(_encoded(getattr(tables, name), name), draft / _TOTALS_FOLDER, name)
        for number in range(parts):
            _part_folder(draft, number).mkdir()
        persons, part = _parts_of_persons(tables, parts)
        for name in PERSON_TABLES:
            table = getattr(tables, name)
            of_row = part[np.searchsorted(persons, table["person"].to_numpy())]
            order = np.argsort(of_row, kind="stable")
            bounds = np.searchsorted(of_row[order], np.arange(parts + 1))
            ordered = _encoded(table, name).take(order)
            for number, size in enumerate(np.diff(bounds)):
                _write(ordered.slice(bounds[number], size), _part_folder(draft, number), name)
        _put_in_place(draft, folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def parts(folder: Path) -> int:
    """How many parts a folder of partitions has."""
    return sum(1 for _ in folder.glob("part-*"))


def read_part(folder: Path, number: int) -> Tables:
    """The tables of the persons in one part, 0 ≤ number < parts; the tables without persons have no rows."""
    return _read(_part_folder(folder, number), PERSON_TABLES)


def read_totals(folder: Path) -> Tables:
    """The tables without persons; the tables of persons have no rows."""
    return _read(folder / _TOTALS_FOLDER, TOTALS)


def _part_folder(folder: Path, number: int) -> Path:
    return folder / f"part-{number:05d}"


def _parts_of_persons(tables: Tables, parts: int) -> tuple[Ints, Ints]:
    """All persons in order of their number, and the part of each."""
    persons = _distinct(getattr(tables, name)["person"] for name in PERSON_TABLES)
    households = _distinct(getattr(tables, name)["household"] for name in _HOUSEHOLD_TABLES)
    ends = [
        (
            np.searchsorted(persons, getattr(tables, name)["person"].to_numpy()),
            np.searchsorted(households, getattr(tables, name)["household"].to_numpy()) + len(persons),
        )
        for name in _HOUSEHOLD_TABLES
    ]
    person, household = (np.concatenate(column) for column in zip(*ends, strict=True))
    groups = _connected(len(persons) + len(households), person, household)[: len(persons)]
    # Persons come first, so the lowest position of a group is that of its lowest person.
    return persons, (_mixed(persons[groups]) % np.uint64(parts)).astype(np.int64)


def _distinct(columns: Iterable[pd.Series]) -> Ints:
    return np.sort(pd.unique(np.concatenate([column.unique() for column in columns])))


def _connected(size: int, one: Ints, other: Ints) -> Ints:
    """The lowest node that each of `size` nodes is connected with by the edges one-other.

    Every round hangs each tree under the lowest tree it touches and flattens it (Shiloach and Vishkin, 1982).
    """
    root = np.arange(size)
    while len(one):
        low, high = np.minimum(root[one], root[other]), np.maximum(root[one], root[other])
        apart = low < high
        one, other = one[apart], other[apart]
        np.minimum.at(root, high[apart], low[apart])
        while not np.array_equal(root, flatter := root[root]):
            root = flatter
    return root


def _mixed(numbers: Ints) -> NDArray[np.uint64]:
    """Spread numbers evenly over 64 bits, always the same way (splitmix64, Steele, Lea and Flood, 2014)."""
    mixed = numbers.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _encoded(table: pd.DataFrame, name: str) -> pa.Table:
    import pyarrow as pa

    arrays = {column: pa.array(table[column]) for column in COLUMNS[name]}
    codes = [column for column, dtype in COLUMNS[name].items() if dtype == "str"]
    return pa.table(arrays | {column: arrays[column].dictionary_encode() for column in codes})


def _write(table: pa.Table, folder: Path, name: str) -> None:
    from pyarrow import parquet

    parquet.write_table(table, _file(folder, name))


def _read(folder: Path, names: tuple[str, ...]) -> Tables:
    return Tables(
        **{
            name: read_frame(_file(folder, name)).astype(COLUMNS[name])
            if name in names
            else empty_table(name)
            for name in COLUMNS
        }
    )


def read_frame(file: Path) -> pd.DataFrame:
    """A table of which the codes are Parquet dictionaries; they become text, and the rest is as Parquet has it."""
    import pyarrow as pa
    from pyarrow import parquet

    table = parquet.read_table(file)
    # Before pandas sees them, which is much quicker than by way of its categories.
    fields = [
        (field.name, pa.large_string() if pa.types.is_dictionary(field.type) else field.type)
        for field in table.schema
    ]
    return table.cast(pa.schema(fields)).to_pandas()


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.parquet"


def _put_in_place(draft: Path, folder: Path) -> None:
    if folder.exists():
        old = draft.with_name(f"{draft.name}-old")
        os.rename(folder, old)
        os.rename(draft, folder)
        shutil.rmtree(old)
    else:
        os.rename(draft, folder)
