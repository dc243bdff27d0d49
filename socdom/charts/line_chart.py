"""A line chart over time: the drawing shared by `trend` and `compare`."""

from __future__ import annotations

from socdom.charts.canvas import Canvas, Plot
from socdom.charts.fonts import text_width
from socdom.charts.kept import keep
from socdom.charts.line_layout import LABEL_GAP, NARROW, SLIDE, WIDE, Layout, LineChart
from socdom.charts.placement import PlacedRemark, free_side
from socdom.charts.series import Line
from socdom.charts.style import Style
from socdom.charts.time_frame import draw_grid, draw_remark_lines, draw_time_axis
from socdom.charts.words import HIDDEN, NO_VALUE

WIDTHS = {"breed": WIDE, "dia": SLIDE, "smal": NARROW}


@keep
def draw(chart: LineChart, style: Style, classes: str, label: str) -> str:
    """A line chart as SVG, in the width that belongs to the class: a key of WIDTHS."""
    return _Drawing(chart, style, WIDTHS[classes]).svg(classes, label)


class _Drawing:
    """One width of a line chart, drawn from the back to the front."""

    def __init__(self, chart: LineChart, style: Style, width: float) -> None:
        self.chart = chart
        self.place = Layout(chart, width)
        self.canvas = Canvas(width, self.place.height, style)

    def svg(self, classes: str, label: str) -> str:
        """Draw everything and give the SVG."""
        if self.chart.empty:
            self._nothing()
        else:
            draw_grid(self.canvas, self.place)
        draw_time_axis(self.canvas, self.place, self.chart.periods)
        draw_remark_lines(self.canvas, self.place, self._above_lines)
        self._goal()
        self._lines()
        for line in reversed(self.chart.lines):
            if line.own:
                self._own_marks(line)
            else:
                self._short_dashes(line)
        self._expected()
        self._first_value()
        self._end_labels()
        for item in self.place.remarks:
            self._remark_words(item)
        return self.canvas.svg(classes, label)

    def _nothing(self) -> None:
        """Words in an empty plot."""
        words, place = HIDDEN if self.chart.own.hidden else NO_VALUE["ontbreekt"], self.place
        self.canvas.text((place.left + place.right) / 2, (place.top + place.bottom) / 2, words, "", "middle")

    def _above_lines(self, item: PlacedRemark) -> float:
        """Just above the highest point drawn at an event."""
        values = [line.values[item.remark.position] for line in self.chart.lines]
        known = [value for value in values if value is not None]
        return self.place.y(max(known)) - 10 if known else self.place.bottom

    def _remark_words(self, item: PlacedRemark) -> None:
        baseline, words = self.place.row_tops[item.row] + 15, item.remark.lines
        if item.remark.is_break:
            self.canvas.paragraph(item.left, baseline, words, "wit t-donker")
        else:
            middle = item.left + item.remark.width / 2
            self.canvas.paragraph(middle, baseline, words, "wit t-donker", "middle")

    def _goal(self) -> None:
        if self.chart.goal:
            y = self.place.y(self.chart.goal[1])
            self.canvas.line(self.place.left, y, self.place.right, y, "doellijn")

    def _lines(self) -> None:
        place, last = self.place, len(self.chart.periods) - 1
        across, up = (0, last) if last else (-1, 0), (place.scale.low, place.scale.high)
        plot = Plot(place.left, place.top, place.right, place.bottom, across, up)
        # The own line comes last, so that it lies over the others.
        self.canvas.lines(plot, [run for line in reversed(self.chart.lines) for run in line.styled])

    def _own_marks(self, line: Line) -> None:
        ends = {line.shown[0], len(line.values) - 1} if line.shown else set()
        for position in line.shown:
            status, newest = line.status(position), position == len(line.values) - 1
            ((x, y),) = self.place.pixels([line.point(position)])
            if status == "onvolledig":
                self.canvas.rectangle(x - 5.5, y - 5.5, 11, 11, "open")
            elif status == "voorlopig":
                self.canvas.dot(x, y, 6 if newest else 4, "open")
            elif position in ends or position in line.isolated:
                self.canvas.dot(x, y, 4, "punt")

    def _short_dashes(self, line: Line) -> None:
        """A short dash for a figure that no line reaches; a hollow dot would say provisional."""
        loose = {*line.isolated, *(p for p in line.shown if line.status(p) == "onvolledig")}
        for x, y in self.place.pixels([line.point(position) for position in sorted(loose)]):
            self.canvas.line(x - 6, y, x + 6, y, "vergelijk")

    def _expected(self) -> None:
        place = self.place
        for mark in self.chart.expected:
            bounds = (
                None if mark.low is None or mark.high is None else (place.y(mark.low), place.y(mark.high))
            )
            mark.draw(self.canvas, place.x(mark.position), place.y(mark.value), bounds)

    def _first_value(self) -> None:
        own, place = self.chart.own, self.place
        if len(own.shown) < 2:
            return
        text = self.chart.quantity.brief(own.values[own.shown[0]])
        ((x, y),) = place.pixels([own.point(own.shown[0])])
        paths = [place.pixels(run) for line in self.chart.lines for run in (*line.solid, *line.dotted)]
        baseline = free_side(x, y, text_width(text, 700), paths, place.bottom - 6, place.top + 14)
        self.canvas.text(x, baseline, text, "wit t-eigen")

    def _end_labels(self) -> None:
        x = self.place.right + LABEL_GAP
        for end, middle in zip(self.place.ends, self.place.end_middles(), strict=True):
            self.canvas.paragraph(x, middle - end.height / 2 + 13, end.lines, end.classes)
