"""Realised spending beside the budget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.charts.canvas import Canvas
from socdom.charts.fonts import LINE_HEIGHT, text_width, wrap
from socdom.charts.line_layout import NARROW, SLIDE, WIDE
from socdom.charts.model import Chart
from socdom.charts.quantity import Quantity
from socdom.charts.style import Style
from socdom.charts.words import HIDDEN, NO_VALUE, UNFINISHED, described
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.quarters import Quarter

_BAR = 22
_EURO = Quantity("euro", 0)


@dataclass(frozen=True)
class _Pair:
    label: str
    realised: Figure
    budget: Figure

    @property
    def words(self) -> str:
        """What stands behind the bar: the difference with the budget, or the share of it within the year.

        Of an unfinished amount neither is told.
        """
        if self.realised.status == "onvolledig":
            return UNFINISHED
        if self.realised.value is None or not self.budget.value:
            return ""
        if "Q" in self.realised.period and Quarter.parse(self.realised.period).number < 4:
            return f"{dutch.number(100 * self.realised.value / self.budget.value)}% van de begroting"
        return _difference(self.realised.value, self.budget.value)


def _difference(realised: float, planned: float) -> str:
    size = dutch.shown_difference(realised, planned, "euro")
    if size == 0:
        return "ongeveer als begroot"
    return f"{dutch.euro(abs(size))} {'meer' if size > 0 else 'minder'}"


def budget(edition: Edition, pairs: Sequence[tuple[str, Figure, Figure]], *, slide: bool = False) -> Chart:
    """Bars of realised spending, each with a mark at its budget.

    Args:
        edition: gives the colours.
        pairs: label, realised spending and budget; euros of the same period.
        slide: whether the wide drawing is for a slide: less wide, so that its letters are larger there.
    """
    rows = [_Pair(*pair) for pair in pairs]
    if not rows:
        return Chart("", "", "Staafgrafiek zonder cijfers.", ("Er zijn geen cijfers om te tonen.",))
    told = "; ".join(
        f"{row.label} {described(row.realised, _EURO)}, begroot {described(row.budget, _EURO)}"
        for row in rows
    )
    alt = dutch.sentence(f"Staafgrafiek: uitgaven en begroting, {rows[0].realised.period_label}. {told}")
    style = Style.of(edition.meta)
    narrow = _Stacked(rows, style, NARROW).svg("smal", alt)
    wide = (
        _Stacked(rows, style, SLIDE).svg("dia", alt) if slide else _Wide(rows, style, WIDE).svg("breed", alt)
    )
    return Chart(wide, narrow, alt, tuple(_notes(rows)))


def _notes(rows: Sequence[_Pair]) -> list[str]:
    statuses = {row.realised.status for row in rows}
    notes = ["De streep is de begroting voor het hele jaar."]
    if "voorlopig" in statuses:
        notes.insert(0, "* Voorlopig cijfer: gestippelde rand.")
    if "onvolledig" in statuses:
        notes.append("Nog onvolledig: er komen nog gegevens bij.")
    if "geheim" in statuses:
        notes.append("Een punt betekent: niet getoond.")
    return notes


class _Wide:
    """Label, amount, bar and words on one line."""

    row_height, first, foot = 42.0, 36.0, 6.0

    def __init__(self, rows: Sequence[_Pair], style: Style, width: float) -> None:
        self.rows, self.width = rows, width
        self._measure()
        self.canvas = Canvas(width, self.first + self.row_height * len(rows) - self.foot, style)
        known = [figure.value or 0.0 for row in rows for figure in (row.realised, row.budget)]
        self.low, self.high = min(0.0, *known), max(*known, 0.0) or 1.0

    def _measure(self) -> None:
        self.names = [wrap(row.label, 200) for row in self.rows]
        label = max(text_width(line) for lines in self.names for line in lines)
        self.amounts = label + 14 + max(text_width(_amount(row), 700) for row in self.rows)
        self.left = self.amounts + 10
        self.right = self.width - max(text_width(row.words) for row in self.rows) - 16

    def _x(self, value: float) -> float:
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)

    def svg(self, classes: str, label: str) -> str:
        """Draw and give the SVG."""
        zero = self._x(0.0)
        for number, row in enumerate(self.rows):
            top = self.first + number * self.row_height
            self._bar(row, top)
            self._words(row, self.names[number], top)
            self.canvas.line(zero, top - 6, zero, top + _BAR + 6, "as")
        self._budget_label()
        return self.canvas.svg(classes, label)

    def _bar(self, row: _Pair, top: float) -> None:
        zero = self._x(0.0)
        if row.realised.value is not None:
            x = self._x(row.realised.value)
            left, size, status = min(zero, x), abs(x - zero), row.realised.status
            if status == "definitief":
                self.canvas.rectangle(left, top, size, _BAR, "staaf uit")
            else:
                self.canvas.rectangle(
                    left, top, size, _BAR, "open voorlopig" if status == "voorlopig" else "open"
                )
                self.canvas.rectangle(left, top, size, _BAR, "punt", opacity=".14")
        if row.budget.value is not None:
            mark = self._x(row.budget.value)
            self.canvas.line(mark, top - 6, mark, top + _BAR + 6, "doellijn kort")

    def _words(self, row: _Pair, name: Sequence[str], top: float) -> None:
        y = top + 16
        self.canvas.paragraph(0, y - (len(name) - 1) * LINE_HEIGHT / 2, name, "t-donker")
        self.canvas.text(self.amounts, y, _amount(row), "t-eigen cijfer", "end")
        ends = [figure.value for figure in (row.realised, row.budget) if figure.value is not None]
        self.canvas.text(self._x(max([0.0, *ends])) + 12, y, row.words, "t-donker")

    def _budget_label(self) -> None:
        value = self.rows[0].budget.value
        if value is None:
            return
        words = f"begroting {dutch.euro(value)}"
        x = min(max(self._x(value) + 2, text_width(words, 600)), self.width)
        self.canvas.text(x, self.first - 14, words, "t-doel", "end")


class _Stacked(_Wide):
    """Label and amount above the bar and words under it, for a narrow page."""

    row_height, first, foot = 98.0, 52.0, 36.0

    def _measure(self) -> None:
        room = self.width - 14 - max(text_width(_amount(row), 700) for row in self.rows)
        self.names = [wrap(row.label, room) for row in self.rows]
        extra = (max(map(len, self.names)) - 1) * LINE_HEIGHT
        self.row_height, self.first = self.row_height + extra, self.first + extra
        self.left, self.right, self.amounts = 2.0, self.width - 8.0, float(self.width)

    def _words(self, row: _Pair, name: Sequence[str], top: float) -> None:
        self.canvas.paragraph(0, top - 12 - (len(name) - 1) * LINE_HEIGHT, name, "t-donker")
        self.canvas.text(self.amounts, top - 12, _amount(row), "t-eigen cijfer", "end")
        self.canvas.text(0, top + _BAR + 22, row.words, "t-donker")

    def _budget_label(self) -> None:
        value = self.rows[0].budget.value
        if value is not None:
            self.canvas.text(0, 16, f"begroting {dutch.euro(value)}", "t-doel")


def _amount(row: _Pair) -> str:
    """The realised amount with its mark."""
    star = "*" if row.realised.status == "voorlopig" else ""
    if row.realised.value is None:
        return f"{dutch.HIDDEN_MARK} {NO_VALUE.get(row.realised.status, HIDDEN)}"
    return dutch.euro(row.realised.value) + star
