"""How the workbook looks: one typeface, the colour of the municipality, a thin line under each row."""

from __future__ import annotations

from functools import cached_property

import xlsxwriter
from xlsxwriter.format import Format

_FONT = {"font_name": "Arial", "font_size": 11, "valign": "top"}
# The thin line that leads the eye along a row.
_RULE = {"bottom": 1, "bottom_color": "#D9D9D9"}


class Formats:
    """The formats of a workbook; each is made once.

    Args:
        book: the workbook.
        accent: colour of the municipality, readable on white.
    """

    def __init__(self, book: xlsxwriter.Workbook, accent: str) -> None:
        self._book, self._accent = book, accent
        self._numbers: dict[tuple[int, str], Format] = {}

    def number(self, decimals: int, mark: str) -> Format:
        """How a number looks: a Dutch program makes the point a comma; the shorthand is text behind the number."""
        if (decimals, mark) not in self._numbers:
            form = "#,##0" + ("." + "0" * decimals if decimals else "") + (f'" [{mark}]"' if mark else "")
            self._numbers[decimals, mark] = self._format(num_format=form, align="right", **_RULE)
        return self._numbers[decimals, mark]

    def _format(self, **values: object) -> Format:
        return self._book.add_format({**_FONT, **values})

    @cached_property
    def title(self) -> Format:
        return self._format(bold=True, font_size=16, font_color=self._accent)

    @cached_property
    def heading(self) -> Format:
        return self._format(bold=True, font_size=13, font_color=self._accent, text_wrap=True, valign="bottom")

    @cached_property
    def header(self) -> Format:
        return self._format(
            bold=True,
            text_wrap=True,
            bottom=2,
            bottom_color=self._accent,
            valign="bottom",
            align="left",
            indent=1,
        )

    @cached_property
    def number_header(self) -> Format:
        return self._format(
            bold=True, text_wrap=True, bottom=2, bottom_color=self._accent, valign="bottom", align="right"
        )

    @cached_property
    def cell_text(self) -> Format:
        return self._format(text_wrap=True, align="left", indent=1, **_RULE)

    @cached_property
    def plain(self) -> Format:
        return self._format()

    @cached_property
    def wrapped(self) -> Format:
        return self._format(text_wrap=True)

    @cached_property
    def right(self) -> Format:
        return self._format(align="right", **_RULE)

    @cached_property
    def cell_link(self) -> Format:
        return self._format(font_color=self._accent, underline=1, align="left", indent=1, **_RULE)

    @cached_property
    def link(self) -> Format:
        return self._format(font_color=self._accent, underline=1)
