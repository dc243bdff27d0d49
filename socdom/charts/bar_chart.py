"""Horizontal bars: areas or categories beside each other in one period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.charts.canvas import Canvas, Plot
from socdom.charts.fonts import LINE_HEIGHT, text_width, wrap
from socdom.charts.kept import keep
from socdom.charts.line_layout import NARROW, WIDE
from socdom.charts.model import Chart
from socdom.charts.quantity import Quantity
from socdom.charts.style import PAPER, Style
from socdom.charts.words import HIDDEN, NO_VALUE, UNFINISHED, described
from socdom.editions.model import Figure
from socdom.editions.read import Edition

_BAR, _GAP, _VALUE_GAP = 20, 12, 10
_LEAST_ROOM = 16  # for the bars themselves; a remark behind a bar gives way, since the notes say it too


def bars(
    edition: Edition,
    figures: Sequence[Figure],
    labels: Sequence[str],
    highlight: str | None = None,
    reference: tuple[str, float] | None = None,
    unit: str = "value",
    half: bool = False,
) -> Chart:
    """Bars in the order given, each with its value before it; figures without a number at the end.

    Args:
        edition: where the texts of the indicator stand.
        figures: figures of one indicator and one period, sorted by the caller.
        labels: name of each figure.
        highlight: label of the bar that stands out, if any.
        reference: label and value of a vertical line, such as the whole municipality.
        unit: "value", or "count" for the numerators.
        half: whether it only ever stands in half the width of a page, so that the narrow drawing is enough.
    """
    rows = [_Row(label, figure) for label, figure in zip(labels, figures, strict=True)]
    if not rows:
        return Chart("", "", "Staafgrafiek zonder cijfers.", ("Er zijn geen cijfers om te tonen.",))
    description = edition.descriptions[figures[0].indicator]
    quantity = Quantity.of(description, unit)
    rows.sort(key=lambda row: quantity.read(row.figure) is None)
    drawn = tuple(rows)
    alt = _alt(description.title, rows, quantity, reference)
    style = Style.of(edition.meta)
    narrow, wide = (
        _draw(drawn, quantity, highlight, reference, style, size, name, alt)
        for size, name in ((NARROW, "smal"), (NARROW, "smal") if half else (WIDE, "breed"))
    )
    return Chart(wide, narrow, alt, tuple(_notes(rows)))


@dataclass(frozen=True)
class _Row:
    label: str
    figure: Figure


def _alt(title: str, rows: Sequence[_Row], quantity: Quantity, reference: tuple[str, float] | None) -> str:
    told = ", ".join(f"{row.label} {described(row.figure, quantity)}" for row in rows)
    alt = dutch.sentence(f"Staafgrafiek: {title}, {rows[0].figure.period_label}. {told}")
    if reference is None:
        return alt
    return dutch.sentence(f"{alt} De lijn staat bij {reference[0]}: {quantity.text(reference[1])}")


def _notes(rows: Sequence[_Row]) -> list[str]:
    def named(status: str) -> list[str]:
        return [row.label for row in rows if row.figure.status == status]

    notes = ["* Voorlopig cijfer."] if named("voorlopig") else []
    if named("onvolledig"):
        several = len(named("onvolledig")) == len(rows) > 1
        which = "al deze cijfers" if several else ", ".join(named("onvolledig"))
        notes.append(f"Nog onvolledig: {which}. Er komen nog gegevens bij.")
    if named("geheim"):
        notes.append("Een punt betekent: niet getoond. Zo is niemand te herkennen.")
    if missing := named("ontbreekt") + named("onmogelijk"):
        notes.append(f"Geen cijfer: {', '.join(missing)}.")
    return notes


@keep
def _draw(rows: tuple[_Row, ...], quantity: Quantity, highlight: str | None, reference: tuple[str, float] | None,
          style: Style, width: int, classes: str, label: str) -> str:  # fmt: skip
    return _Drawing(rows, quantity, highlight, reference, style, width).svg(classes, label)


class _Drawing:
    """One width of a bar chart."""

    def __init__(self, rows: Sequence[_Row], quantity: Quantity, highlight: str | None,
                 reference: tuple[str, float] | None, style: Style, width: int) -> None:  # fmt: skip
        self.rows, self.quantity, self.highlight, self.reference = rows, quantity, highlight, reference
        self.width = width
        self.values = [quantity.read(row.figure) for row in rows]
        self.names = [wrap(row.label, 0.4 * width, self._weight(row)) for row in rows]
        name_width = max(
            text_width(t, self._weight(r)) for r, lines in zip(rows, self.names, strict=True) for t in lines
        )
        value_width = max(text_width(self._number(row), self._weight(row)) for row in rows)
        self.value_right = name_width + 14 + value_width
        self.left, self.right = self.value_right + _VALUE_GAP, width - 8.0
        remark = text_width(UNFINISHED) + 8
        unfinished = any(row.figure.status == "onvolledig" for row in rows)
        self.remarks = unfinished and self.right - remark - self.left >= _LEAST_ROOM
        self.right -= remark if self.remarks else 0
        heights = [max(_BAR, len(lines) * LINE_HEIGHT) + _GAP for lines in self.names]
        self.head = 26.0 if reference else 4.0
        self.middles = [self.head + sum(heights[:i]) + heights[i] / 2 for i in range(len(rows))]
        self.foot = self.head + sum(heights)
        self.canvas = Canvas(width, self.foot + 4, style)
        known = [value for value in self.values if value is not None] + ([reference[1]] if reference else [])
        self.low, self.high = min([0.0, *known]), max([0.0, *known]) or 1.0

    def _weight(self, row: _Row) -> int:
        return 700 if row.label == self.highlight else 400

    def _number(self, row: _Row) -> str:
        if row.figure.status == "onmogelijk":
            return ""
        star = "*" if row.figure.status == "voorlopig" else ""
        return self.quantity.brief(self.quantity.read(row.figure)) + star

    def _x(self, value: float) -> float:
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)

    def svg(self, classes: str, label: str) -> str:
        """Draw and give the SVG."""
        self._bars()
        self._reference()
        for row, names, value, y in zip(self.rows, self.names, self.values, self.middles, strict=True):
            ink = "t-eigen" if row.label == self.highlight else "t-donker"
            self.canvas.paragraph(0, y + 5 - (len(names) - 1) * LINE_HEIGHT / 2, names, ink)
            self.canvas.text(
                self.value_right,
                y + 5,
                self._number(row),
                "cijfer " + (ink if value is not None else ""),
                "end",
            )
            self._remark(row, value, y)
        zero = self._x(0.0)
        self.canvas.line(zero, self.head, zero, self.foot, "as")
        return self.canvas.svg(classes, label)

    def _bars(self) -> None:
        across, up = (self.low, self.high), (self.foot, self.head)
        plot = Plot(self.left, self.head, self.right, self.foot, across, up)
        shown = [i for i, value in enumerate(self.values) if value is not None]
        classes = [self._bar_class(self.rows[i]) for i in shown]
        self.canvas.bars(
            plot, [self.values[i] or 0.0 for i in shown], [self.middles[i] for i in shown], classes, _BAR
        )

    def _bar_class(self, row: _Row) -> str:
        if row.figure.status == "onvolledig":
            return "open"
        return "staaf uit" if row.label == self.highlight else "staaf"

    def _remark(self, row: _Row, value: float | None, y: float) -> None:
        if value is None:
            self.canvas.text(self._x(0.0) + 8, y + 5, NO_VALUE.get(row.figure.status, HIDDEN), "wit")
        elif row.figure.status == "onvolledig" and self.remarks:
            self.canvas.text(self._x(max(value, 0.0)) + 8, y + 5, UNFINISHED, "wit")

    def _reference(self) -> None:
        if self.reference is None:
            return
        label, value = self.reference
        x, words = self._x(value), f"{label} {self.quantity.text(value)}"
        half = text_width(words) / 2
        self.canvas.line(x, self.head - 4, x, self.foot, "wit", stroke=PAPER, stroke_width="5")
        self.canvas.line(x, self.head - 8, x, self.foot, "vergelijk")
        self.canvas.text(min(max(x, half), self.width - half), 14, words, "", "middle")
