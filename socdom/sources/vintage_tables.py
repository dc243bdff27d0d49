"""Tables as Parquet files of a vintage: the same tables give the same bytes, and come back just as they were."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from socdom.tables.model import COLUMNS, Tables, empty_table
from socdom.tables.partitions import read_frame

if TYPE_CHECKING:
    import pyarrow as pa

# A number has no value that says "not stated", so a column of numbers cannot be added to what is kept already.
_NOT_STATED: dict[str, object] = {"str": "", "datetime64[s]": pd.NaT}


def write_tables(tables: Tables, folder: Path) -> dict[str, str]:
    """Write a file per table that only the owner can read.

    Returns:
        Name of each file → its SHA-256, in hexadecimal.
    """
    files = {f"{name}.parquet": getattr(tables, name) for name in COLUMNS}
    return {name: _write(_encoded(table), folder / name) for name, table in files.items()}


def read_tables(folder: Path) -> Tables:
    """The tables in a folder, with the columns and types of today.

    What did not exist yet when they were written was not delivered: a table is without rows, a column of codes or
    dates empty.

    Raises:
        ValueError, KeyError, OSError: a file is no longer what was written.
    """
    return Tables(**{name: read_table(folder / f"{name}.parquet", name) for name in COLUMNS})


def write_private(file: Path, content: bytes) -> None:
    """Write a new file that only the owner can read, and wait until it is on the disk."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(descriptor)


def _write(table: pa.Table, file: Path) -> str:
    import pyarrow as pa
    from pyarrow import parquet

    sink = pa.BufferOutputStream()
    codes = [field.name for field in table.schema if pa.types.is_dictionary(field.type)]
    # Numbers of persons hardly repeat: a dictionary of them only takes room.
    parquet.write_table(table, sink, compression="zstd", use_dictionary=codes)
    content = sink.getvalue().to_pybytes()
    write_private(file, content)
    return hashlib.sha256(content).hexdigest()


def _encoded(table: pd.DataFrame) -> pa.Table:
    import pyarrow as pa

    arrays = {name: pa.array(column, from_pandas=True) for name, column in table.items()}
    return pa.table(
        {
            name: array.dictionary_encode() if table[name].dtype == "str" else array
            for name, array in arrays.items()
        }
    )


def read_table(file: Path, name: str) -> pd.DataFrame:
    """One table, as `read_tables` gives it."""
    if not file.exists():
        return empty_table(name)
    frame = read_frame(file)
    for column, dtype in COLUMNS[name].items():
        if column not in frame:
            frame[column] = _NOT_STATED[dtype]
    return frame[list(COLUMNS[name])].astype(COLUMNS[name])
