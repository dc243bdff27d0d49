"""A Parquet file: only the columns that are asked for are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from socdom.errors import DeliveryError
from socdom.parameters.bronnen import Bestand
from socdom.sources.files.opened import AGAIN, Cells, Opened, refused

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class ParquetFile(Opened):
    """Typed columns. Rows are counted from 1, for the names are no row."""

    path: Path = field(default=Path())

    def first_rows(self) -> list[list[object]]:
        """None: its names are known."""
        return []

    def cells(self, places: Sequence[int], limit: int | None = None) -> Cells:
        """Typed cells of the columns.

        Raises:
            DeliveryError: damaged, or a column that holds more than one value in a row.
        """
        import pyarrow as pa
        from pyarrow import parquet

        asked = [self.names[place] for place in sorted(set(places))]
        try:
            with parquet.ParquetFile(self.path) as file:
                if limit is None:
                    table = file.read(columns=asked)
                else:
                    batches = file.iter_batches(max(limit, 1), columns=asked)
                    first = next(batches, None)
                    table = (
                        file.schema_arrow.empty_table() if first is None else pa.Table.from_batches([first])
                    )
            table.validate(full=True)  # the reader does not look whether text is utf-8
            columns = [self._column(table, place) for place in places]
        except _unreadable():
            raise _damaged(self.place) from None
        return Cells(columns, np.arange(1, table.num_rows + 1, dtype="int64"))

    def _column(self, table: pa.Table, place: int) -> pd.Series:
        import pyarrow as pa

        name = self.names[place]
        column = table.column(name)
        if pa.types.is_nested(column.type):
            raise refused(self.place, f"de kolom {name} heeft meer dan één waarde in een rij")
        if pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type):
            try:  # some software writes text so
                column = column.cast(pa.string())
            except pa.ArrowInvalid:
                raise refused(self.place, f"de kolom {name} is geen tekst, getal of datum") from None
        # A whole number stays whole where some are missing.
        return column.to_pandas(integer_object_nulls=True)


def open_parquet(path: Path, form: Bestand, place: str) -> ParquetFile:
    """Open a Parquet file.

    Raises:
        DeliveryError: not a good Parquet file, or a name twice.
    """
    from pyarrow import parquet

    try:
        names = tuple(parquet.read_schema(path).names)
    except _unreadable():
        raise _damaged(place) from None
    return ParquetFile(place, "parquet", names, 0, path=path)


def _unreadable() -> tuple[type[Exception], ...]:
    """What the reader raises on damaged bytes; a name or text that is no utf-8 is a ValueError of Python's own."""
    import pyarrow as pa

    return pa.ArrowException, OSError, ValueError, KeyError, OverflowError


def _damaged(place: str) -> DeliveryError:
    return refused(place, "dit is geen goed parquet-bestand", AGAIN)
