"""Which sheet of a spreadsheet holds the table, when nobody has told: many begin with a sheet of explanation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from socdom.sources.files.sheet_file import TOP, visible

# A piece of text, or a list of what is in the file, fills a column or two.
_FEWEST_NAMES = 3


def table_sheet(path: Path) -> str:
    """Name of the first sheet, of those not hidden, that has a row of at least three names with something below it.

    Args:
        path: a spreadsheet of which the kind has been looked at.

    Returns:
        "" when no sheet has, or the spreadsheet cannot be read: who opens it tells why.
    """
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_path(path)
        for name in visible(book.sheets_metadata):
            if _holds_table([row for row in islice(book.get_sheet_by_name(name).iter_rows(), TOP)]):
                return name
    except (calamine.CalamineError, ValueError, OSError):
        return ""
    return ""


def _holds_table(rows: Sequence[Sequence[object]]) -> bool:
    named = [len(names_in(row)) >= _FEWEST_NAMES for row in rows]
    below = rows[named.index(True) + 1 :] if True in named else []
    return any(cell not in ("", None) for row in below for cell in row)


def names_in(row: Sequence[object]) -> set[str]:
    """The different texts of a row that may be names of columns, in small letters."""
    texts = (cell.strip().casefold() for cell in row if isinstance(cell, str))
    return {text for text in texts if text and text[0].isalpha() and "@" not in text}
