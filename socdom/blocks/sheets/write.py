"""Write a workbook with XlsxWriter: the same content gives the same bytes. No network, no clock, no formula."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from textwrap import wrap

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from socdom.blocks.sheets.cover import HEADING, TEXT, TITLE, Line
from socdom.blocks.sheets.formats import Formats
from socdom.blocks.sheets.model import Cell, Number, Sheet
from socdom.blocks.sheets.shorthand import legend, marks_of
from socdom.editions.model import EditionMeta

COVER, CONTENTS = "Omslag", "Inhoud"
_COVER_WIDTH = 95
# Points of a line of text, of a heading on the cover and of a title.
_LINE, _HEADING_HEIGHT, _TITLE_HEIGHT = 15, 30, 24
# Points above and under the text of a row.
_AIR = 3
# A table of more characters wide is printed on two pages side by side, with the names at the left of each.
_WIDE = 250
# Characters of text that fit in a column of width 1: a letter is on average less wide than a digit.
_DENSITY = 1.15
_BACK = "Terug naar de inhoud"
_A4 = 9
# A text is a text, whatever it looks like: no formula, no link and no number is made of it.
_AS_IT_IS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_LANGUAGE = "<dc:language>nl-NL</dc:language>"


def book_bytes(
    meta: EditionMeta,
    title: str,
    cover: Sequence[Line],
    tables: Sequence[Sheet],
    contents: Sheet | None = None,
) -> bytes:
    """A workbook as a file.

    Args:
        meta: of the edition, for the properties of the file and the colour of the municipality.
        title: of the file.
        cover: lines of the sheet in front.
        tables: a sheet each.
        contents: names of the tables in its first column, which lead to them; None for none.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _AS_IT_IS) as book:
        book.set_properties(_properties(meta, title))
        writer = _Writer(book, meta, linked=contents is not None)
        writer.cover(cover)
        if contents is not None:
            writer.contents(contents)
        for sheet in tables:
            writer.table(sheet)
    return _with_language(buffer.getvalue())


def _properties(meta: EditionMeta, title: str) -> dict[str, object]:
    return {
        "title": title,
        "subject": "Cijfers sociaal domein voor de gemeenteraad",
        "author": meta.title,
        "company": meta.title,
        "created": datetime.combine(meta.figures_as_of, datetime.min.time()),
    }


class _Writer:
    """Puts sheets into a workbook; `linked` when there is a sheet with contents to go back to."""

    def __init__(self, book: xlsxwriter.Workbook, meta: EditionMeta, *, linked: bool) -> None:
        self._book, self._look, self._linked = book, Formats(book, meta.accent), linked

    def cover(self, lines: Sequence[Line]) -> None:
        """The cover: one column of text, no table."""
        sheet = self._page(COVER, landscape=False)
        sheet.set_column(0, 0, _COVER_WIDTH)
        sheet.fit_to_pages(1, 0)
        formats = {
            TITLE: self._look.title,
            HEADING: self._look.heading,
            TEXT: self._look.wrapped,
        }
        for row, line in enumerate(lines):
            if line.link:
                sheet.write_url(row, 0, line.link, self._look.link, line.text)
            else:
                sheet.write_string(row, 0, line.text, formats[line.kind])
            heights = {TITLE: _TITLE_HEIGHT, HEADING: _HEADING_HEIGHT}
            sheet.set_row(row, heights.get(line.kind) or _height([line.text], [_COVER_WIDTH]))

    def contents(self, sheet: Sheet) -> None:
        """The contents: the names of the sheets lead to them."""
        page, first = self._open(sheet)
        for row, cells in enumerate(sheet.rows, first):
            page.set_row(row, _LINE + _AIR)
            page.write_url(row, 0, f"internal:'{cells[0]}'!A1", self._look.cell_link, str(cells[0]))
            for column, cell in enumerate(cells[1:], 1):
                self._cell(page, row, column, cell)

    def table(self, sheet: Sheet) -> None:
        """A sheet with one table, and the way back to the contents above it."""
        page, first = self._open(sheet)
        widths = [column.width for column in sheet.columns]
        for row, cells in enumerate(sheet.rows, first):
            page.set_row(row, _height(cells, widths) + _AIR)
            for column, cell in enumerate(cells):
                self._cell(page, row, column, cell)

    def _open(self, sheet: Sheet) -> tuple[Worksheet, int]:
        """The sheet with everything above the rows of its table; and the first of those rows."""
        page = self._page(sheet.name, landscape=len(sheet.columns) > 3)
        self._fit(page, sheet)
        page.write_string(0, 0, sheet.title, self._look.title)
        page.set_row(0, _TITLE_HEIGHT)
        lines = [line for line in (*sheet.lines, legend(sheet.marks)) if line]
        for row, line in enumerate(lines, 1):
            page.write_string(row, 0, line, self._look.plain)
        head = len(lines) + 1
        if self._linked and sheet.name != CONTENTS:
            page.write_url(head, 0, f"internal:'{CONTENTS}'!A1", self._look.link, _BACK)
            head += 1
        page.add_table(
            head,
            0,
            head + len(sheet.rows),
            len(sheet.columns) - 1,
            {
                "name": sheet.table_name,
                "title": sheet.title,
                "autofilter": False,
                "style": "Table Style Light 1",
                "columns": [
                    {
                        "header": column.head,
                        "header_format": self._look.number_header if numeric else self._look.header,
                    }
                    for column, numeric in zip(sheet.columns, sheet.numeric, strict=True)
                ],
            },
        )
        page.set_row(head, _height([c.head for c in sheet.columns], [c.width for c in sheet.columns]))
        for column, item in enumerate(sheet.columns):
            page.set_column(column, column, item.width)
        page.repeat_rows(head)
        return page, head + 1

    def _page(self, name: str, *, landscape: bool) -> Worksheet:
        page = self._book.add_worksheet(name)
        page.set_paper(_A4)
        page.set_footer("&L&A&RPagina &P van &N")
        if landscape:
            page.set_landscape()
        return page

    def _fit(self, page: Worksheet, sheet: Sheet) -> None:
        if sum(column.width for column in sheet.columns) > _WIDE:
            page.fit_to_pages(2, 0)
            page.print_across()
            named = sheet.numeric.index(True) if any(sheet.numeric) else 1
            page.repeat_columns(0, max(named, 1) - 1)
        else:
            page.fit_to_pages(1, 0)

    def _cell(self, page: Worksheet, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, Number):
            # Fifteen digits are what a spreadsheet keeps; given more, it could round a second time.
            value = float(f"{cell.value:.15g}")
            page.write_number(row, column, value, self._look.number(cell.decimals, cell.mark))
        else:
            page.write_string(
                row, column, cell, self._look.right if marks_of([cell]) else self._look.cell_text
            )


def _height(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """Points that a row needs: not every program fits the height to wrapped text by itself."""
    fitting = [int(width * _DENSITY) for width in widths]
    texts = ((cell, width) for cell, width in zip(cells, fitting, strict=True) if isinstance(cell, str))
    return _LINE * max((len(wrap(text, width)) for text, width in texts if len(text) > width), default=1)


def _with_language(content: bytes) -> bytes:
    """The same file with its language among the properties, which XlsxWriter has no place for."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = data.replace(b"</dc:creator>", f"</dc:creator>{_LANGUAGE}".encode())
            new.writestr(_entry(name), data)
    return made.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _ZIP_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # The same on every system: a plain file, that of Unix.
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    return entry
