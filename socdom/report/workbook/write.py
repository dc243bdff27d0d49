"""Write the workbook: the same edition gives the same bytes."""

from __future__ import annotations

from pathlib import Path

from socdom.blocks.sheets.write import book_bytes
from socdom.editions.download import WORKBOOK
from socdom.editions.read import Edition
from socdom.report.workbook.content import sheets
from socdom.report.workbook.cover import contents, cover, title_of


def write_workbook(edition: Edition, folder: Path) -> Path:
    """Write `cijfers.xlsx` of an edition into a folder; returns its path."""
    path = folder / WORKBOOK
    path.write_bytes(workbook_bytes(edition))
    return path


def workbook_bytes(edition: Edition) -> bytes:
    """The workbook as a file."""
    tables = sheets(edition)
    return book_bytes(edition.meta, title_of(edition.meta), cover(edition, tables), tables, contents(tables))
