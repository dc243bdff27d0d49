"""The small line on the card of a key figure: direction only, without a value axis."""

from __future__ import annotations

from socdom.charts.canvas import Canvas, Plot
from socdom.charts.fonts import text_width
from socdom.charts.kept import keep
from socdom.charts.line_layout import cut_position
from socdom.charts.model import Chart
from socdom.charts.placement import free_side
from socdom.charts.quantity import Quantity
from socdom.charts.series import Line, all_periods
from socdom.charts.style import Style
from socdom.charts.trend_chart import cuts_of
from socdom.charts.words import HIDDEN, NO_VALUE, UNFINISHED, break_note, line_alt, status_notes
from socdom.editions.read import Edition
from socdom.quarters import short_period_label

WIDTH, HEIGHT = 264, 104
_LEFT, _RIGHT, _TOP, _BOTTOM, _LOWEST = 7, 251, 26, 62, 80
_MARKS = {"voorlopig": ", voorlopig", "onvolledig": f", {UNFINISHED}", "geheim": f", {HIDDEN}"}


def spark(edition: Edition, indicator: str) -> Chart:
    """Small line of the municipality over the look-back; `wide` and `narrow` are the same drawing."""
    description = edition.descriptions[indicator]
    figures = edition.series(indicator)
    periods = all_periods([figures])
    quantity = Quantity.of(description)
    line = Line.over(periods, figures, "", quantity, cuts_of(description, periods), own=True)
    alt = line_alt(description.title, periods, [(edition.meta.name, line)])
    if not periods:
        return Chart("", "", alt, ("Er zijn geen cijfers om te tonen.",))
    breaks = [at for item in description.breaks if (at := cut_position(item.period, periods)) is not None]
    svg = _draw(line, tuple(periods), tuple(breaks), Style.of(edition.meta), alt)
    notes = status_notes(line.figures, periods, "open stip en stippellijn")
    notes += [break_note(item) for item in description.breaks if cut_position(item.period, periods)]
    return Chart(svg, svg, alt, tuple(notes))


@keep
def _draw(line: Line, periods: tuple[str, ...], breaks: tuple[int, ...], style: Style, label: str) -> str:
    return _Spark(line, periods, breaks, Canvas(WIDTH, HEIGHT, style)).svg(label)


class _Spark:
    def __init__(self, line: Line, periods: tuple[str, ...], breaks: tuple[int, ...], canvas: Canvas) -> None:
        self.line, self.periods, self.breaks, self.canvas = line, periods, breaks, canvas
        known = [value for value in line.values if value is not None]
        self.low, self.high = min(known, default=0.0), max(known, default=1.0)

    def _x(self, position: float) -> float:
        last = len(self.periods) - 1
        return _LEFT + (_RIGHT - _LEFT) * position / last if last else (_LEFT + _RIGHT) / 2

    def _y(self, value: float) -> float:
        if self.high == self.low:
            return (_TOP + _BOTTOM) / 2
        return _BOTTOM - (value - self.low) / (self.high - self.low) * (_BOTTOM - _TOP)

    def svg(self, label: str) -> str:
        """Draw and give the SVG."""
        for position in self.breaks:
            x = self._x(position - 0.5)
            self.canvas.line(x, 8, x, 74, "breuk")
        self._runs()
        self._newest()
        self._values()
        self._periods()
        if not self.line.shown:
            words = HIDDEN if self.line.hidden else NO_VALUE["ontbreekt"]
            self.canvas.text(WIDTH / 2, (_TOP + _BOTTOM) / 2, words, "t-klein", "middle")
        return self.canvas.svg("vonk", label)

    def _runs(self) -> None:
        last = len(self.periods) - 1
        margin = 0.5 if self.low == self.high else 0.0
        across, up = (0, last) if last else (-0.5, 0.5), (self.low - margin, self.high + margin)
        plot = Plot(_LEFT, _TOP, _RIGHT, _BOTTOM, across, up)
        self.canvas.lines(plot, self.line.styled)
        for position in self.line.isolated:
            self.canvas.dot(self._x(position), self._y(self.line.point(position)[1]), 3, "punt")

    def _newest(self) -> None:
        position = len(self.periods) - 1
        value = self.line.values[position]
        if value is None:
            return
        x, y, status = self._x(position), self._y(value), self.line.status(position)
        if status == "onvolledig":
            self.canvas.rectangle(x - 4.5, y - 4.5, 9, 9, "open")
        else:
            self.canvas.dot(x, y, 5, "open" if status == "voorlopig" else "punt")

    def _values(self) -> None:
        shown, quantity = self.line.shown, self.line.quantity
        if not shown:
            return
        text = quantity.brief(self.line.values[shown[-1]])
        right = min(float(WIDTH), self._x(shown[-1]) + 13)
        baseline = self._baseline(shown[-1], right - text_width(text, 700), text)
        self.canvas.text(right, baseline, text, "wit t-eigen t-klein", "end")
        if len(shown) > 1:
            text, left = quantity.brief(self.line.values[shown[0]]), self._x(shown[0]) - 7
            self.canvas.text(left, self._baseline(shown[0], left, text), text, "wit t-klein")

    def _baseline(self, position: int, left: float, text: str) -> float:
        """Above or below a point, where the line crosses the fewest of the words."""
        runs = (*self.line.solid, *self.line.dotted)
        paths = [[(self._x(at), self._y(value)) for at, value in run] for run in runs]
        return free_side(left, self._y(self.line.point(position)[1]), text_width(text, 700), paths, _LOWEST)

    def _periods(self) -> None:
        last = len(self.periods) - 1
        ending = short_period_label(self.periods[-1]) + _MARKS.get(self.line.status(last), "")
        self.canvas.text(WIDTH, 98, ending, "t-klein", "end")
        if last:
            self.canvas.text(0, 98, short_period_label(self.periods[0]), "t-klein")
