"""A first look at a file of which nothing is known yet, for who describes it in the parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from socdom.errors import Fault
from socdom.parameters.bronnen import Bestand
from socdom.sources.files.kind import kind_of
from socdom.sources.files.read import open_file
from socdom.sources.files.table_sheet import names_in, table_sheet

FIRST_ROWS = 5000


@dataclass(frozen=True)
class FileLook:
    """What a file holds. Person-level zone: headers and cells may name a person.

    Attributes:
        kind: "csv", "xlsx", "ods" or "parquet".
        encoding, separator: of text: "utf-8" or "cp1252"; the mark itself (a tab is "\\t").
        sheets, sheet: of a spreadsheet: all sheets that are not hidden, and the one that was looked at.
        header_row: row with the names of the columns, from 1; 0 in Parquet.
        headers: of all columns in order; "" where a column has none.
        columns: header → cells as they come (text, or typed) of the first rows; a name that is there twice, or is
            empty, is not in it.
        rows: number of rows that were looked at.
        notes: Dutch sentences on how it was read.
    """

    kind: str
    encoding: str
    separator: str
    sheets: tuple[str, ...]
    sheet: str
    header_row: int
    headers: tuple[str, ...] = field(repr=False)
    columns: dict[str, pd.Series] = field(repr=False)
    rows: int
    notes: tuple[str, ...]


def look(path: Path, kopregel: int | None = None, blad: str = "", first: int = FIRST_ROWS) -> FileLook:
    """Look at the first rows of a file.

    Args:
        path: csv, txt, tsv, xlsx, xlsm, ods or parquet.
        kopregel: row of the header; None guesses it.
        blad: sheet of a spreadsheet; when empty the first one that holds a table.
        first: number of rows to look at.

    Raises:
        DeliveryError: the file cannot be read.
    """
    kind = kind_of(path, path.name)
    blad = blad or (table_sheet(path) if kind in ("xlsx", "ods") else "")
    opened = open_file(path, Bestand(bestand=path.name, blad=blad, kopregel=kopregel or 1), path.name)
    if kopregel is None and opened.header_row:
        guess = guessed_header_row(opened.first_rows())
        if guess > opened.header_row:
            opened = open_file(path, Bestand(bestand=path.name, blad=blad, kopregel=guess), path.name)
    places = [place for place, name in enumerate(opened.names) if name and opened.names.count(name) == 1]
    cells = opened.cells(places, first)
    columns = {opened.names[place]: column for place, column in zip(places, cells.columns, strict=True)}
    lost = tuple(_sentence(fault) for fault in cells.faults)
    return FileLook(
        opened.kind,
        opened.encoding,
        opened.separator,
        opened.sheets,
        opened.sheet,
        opened.header_row,
        opened.names,
        columns,
        len(cells.rows),
        opened.notes + cells.notes + lost,
    )


def guessed_header_row(rows: Sequence[Sequence[object]]) -> int:
    """The first row with as many different texts as any row has; 1 when no row has text.

    A title above a table fills a cell or two, and a number or a date is no name of a column.
    """
    names = [names_in(row) for row in rows]
    most = max(map(len, names), default=0)
    return next((number for number, found in enumerate(names, start=1) if found and len(found) == most), 1)


def _sentence(fault: Fault) -> str:
    text = f"{fault.rule[0].upper()}{fault.rule[1:]}"
    return f"{text}; {fault.count} rijen zijn anders." if fault.count > 1 else f"{text}; 1 rij is anders."
