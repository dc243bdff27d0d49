"""The same rows written as every kind of file, as suppliers send them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pyarrow as pa
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from pyarrow import parquet

Rows = Sequence[Sequence[object]]


def write_csv(
    path: Path, rows: Rows, *, encoding: str = "utf-8", separator: str = ";", ending: str = "\n"
) -> Path:
    """Rows as text; a field is quoted where it must be."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=ending).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_xlsx(path: Path, rows: Rows, *, sheet: str = "Blad1", others: Sequence[str] = ()) -> Path:
    """Rows as typed cells; None leaves a cell out."""
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(list(row))
    for name in others:
        book.create_sheet(name)
    book.save(path)
    return path


def write_ods(path: Path, rows: Rows, *, sheet: str = "Blad1") -> Path:
    """Rows as typed cells; a cell of odfpy stays as it is."""
    document = OpenDocumentSpreadsheet()
    table = Table(name=sheet)
    document.spreadsheet.addElement(table)
    for row in rows:
        line = TableRow()
        for cell in row:
            line.addElement(_ods_cell(cell))
        table.addElement(line)
    document.save(str(path))
    return path


def _ods_cell(cell: object):
    if cell is None or not isinstance(cell, str | date | bool | int | float):
        return TableCell() if cell is None else cell
    if isinstance(cell, date | datetime):
        made = TableCell(valuetype="date", datevalue=cell.isoformat())
    elif isinstance(cell, str):
        made = TableCell(valuetype="string")
    else:
        made = TableCell(valuetype="float", value=repr(cell))
    for line in str(cell).split("\n"):
        made.addElement(P(text=line))
    return made


def write_parquet(path: Path, rows: Rows) -> Path:
    """The first row names the columns."""
    names, *below = rows
    columns = [pa.array([row[place] for row in below]) for place in range(len(names))]
    parquet.write_table(pa.table(columns, names=[str(name) for name in names]), path)
    return path
