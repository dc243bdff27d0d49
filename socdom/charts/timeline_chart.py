"""Rows as bars on a line of time, with under them who counts in which period: how a figure is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from socdom import dutch
from socdom.charts.canvas import Canvas
from socdom.charts.fonts import LINE_HEIGHT, text_width, wrap
from socdom.charts.line_layout import NARROW, WIDE
from socdom.charts.model import Chart
from socdom.charts.style import Style

COUNTED, IN_WHOLE = "telt", "telt in de noemer"
_BAR, _GAP, _MARK_ROW, _HEAD, _DOT = 8, 6, 24, 44, 5.0
_DAY = timedelta(days=1)
_TOTAL = "Cijfer"

Bar = tuple[date, date | None]


@dataclass(frozen=True)
class Period:
    """A column of the drawing: its name ("1e kw. 2020"), first and last day."""

    label: str
    first: date
    last: date


@dataclass(frozen=True)
class Lane:
    """What belongs to one person (or household, or row).

    Attributes:
        label: name at the left.
        bars: first and last day of each row; a last day of None is open.
        marks: of each period: COUNTED (a dot), IN_WHOLE (an open dot), another text, or "" when it does not count.
    """

    label: str
    bars: tuple[Bar, ...]
    marks: tuple[str, ...]


def timeline(lanes: Sequence[Lane], periods: Sequence[Period], totals: Sequence[str], title: str,
             style: Style, *, at_end: bool = False) -> Chart:  # fmt: skip
    """Draw the lanes under each other, with the figure of each period at the foot.

    Args:
        lanes: from top to bottom.
        periods: from left to right, without gaps; bars are cut off at both ends.
        totals: the figure of each period, as text.
        title: what is counted.
        at_end: whether the figures are of the last day of each period, so that the dots stand there.
    """
    alt = _alt(lanes, periods, totals, title)
    wide, narrow = (
        _Drawing(lanes, periods, totals, width, style, at_end).svg(name, alt)
        for width, name in ((WIDE, "breed"), (NARROW, "smal"))
    )
    return Chart(wide, narrow, alt, tuple(_notes(lanes)))


def _alt(lanes: Sequence[Lane], periods: Sequence[Period], totals: Sequence[str], title: str) -> str:
    told = []
    for lane in lanes:
        marks = [f"{period.label} {mark}" for period, mark in zip(periods, lane.marks, strict=True) if mark]
        told.append(f"{lane.label}: {dutch.listing(marks) or 'telt niet'}")
    whole = dutch.listing([f"{p.label} {total}" for p, total in zip(periods, totals, strict=True)])
    return dutch.sentence(f"Tijdlijn: {title}. {'; '.join(told)}. Het cijfer: {whole}")


def _notes(lanes: Sequence[Lane]) -> list[str]:
    marks = {mark for lane in lanes for mark in lane.marks}
    notes = {COUNTED: "Een dichte stip: telt mee.", IN_WHOLE: "Een open stip: telt alleen mee in de noemer."}
    return [
        "Een balk is een rij. Een balk zonder streep aan het eind loopt door.",
        *(note for mark, note in notes.items() if mark in marks),
    ]


def _under_each_other(bars: Sequence[Bar]) -> list[list[Bar]]:
    """Rows of bars that do not touch: a bar goes in the first row that is free by then."""
    rows: list[list[Bar]] = []
    for start, end in sorted(bars, key=lambda bar: bar[0]):
        free = (row for row in rows if row[-1][1] is not None and row[-1][1] < start)
        row = next(free, None)
        if row is None:
            rows.append([(start, end)])
        else:
            row.append((start, end))
    return rows


class _Drawing:
    """One width of a timeline."""

    def __init__(self, lanes: Sequence[Lane], periods: Sequence[Period], totals: Sequence[str], width: int,
                 style: Style, at_end: bool) -> None:  # fmt: skip
        self.lanes, self.periods, self.totals, self.at_end = lanes, periods, totals, at_end
        self.names = [wrap(lane.label, 0.25 * width) for lane in lanes]
        self.bars = [_under_each_other(lane.bars) for lane in lanes]
        self.left = 14 + max(text_width(line, 700) for lines in (*self.names, (_TOTAL,)) for line in lines)
        self.right = width - 4.0
        heights = [self._height(bars, lines) for bars, lines in zip(self.bars, self.names, strict=True)]
        self.tops = [_HEAD + sum(heights[:place]) for place in range(len(lanes))]
        self.foot = _HEAD + sum(heights)
        self.canvas = Canvas(width, self.foot + _MARK_ROW + 8, style)

    @staticmethod
    def _height(bars: Sequence[Sequence[Bar]], lines: Sequence[str]) -> float:
        drawn = len(bars) * (_BAR + _GAP) + _MARK_ROW
        return max(drawn, len(lines) * LINE_HEIGHT) + 2 * _GAP

    def _x(self, day: date) -> float:
        """Place of the morning of a day."""
        first, last = self.periods[0].first, self.periods[-1].last + _DAY
        return self.left + (day - first).days / (last - first).days * (self.right - self.left)

    def svg(self, classes: str, label: str) -> str:
        """Draw and give the SVG."""
        self._grid()
        for lane, bars, names, top in zip(self.lanes, self.bars, self.names, self.tops, strict=True):
            self.canvas.line(0, top, self.right, top, "raster")
            self.canvas.paragraph(0, top + _GAP + LINE_HEIGHT - 3, names, "t-donker")
            for place, row in enumerate(bars):
                self._bars(row, top + 2 * _GAP + place * (_BAR + _GAP))
            self._marks(lane, top + 2 * _GAP + len(bars) * (_BAR + _GAP) + _MARK_ROW / 2 - 2)
        self.canvas.line(0, self.foot, self.right, self.foot, "as")
        self.canvas.text(0, self.foot + 20, _TOTAL, "t-eigen")
        for period, total in zip(self.periods, self.totals, strict=True):
            x, anchor = (self._x(period.last), "end") if self.at_end else (self._middle(period), "middle")
            self.canvas.text(x, self.foot + 20, total, "t-eigen", anchor)
        return self.canvas.svg(classes, label)

    def _middle(self, period: Period) -> float:
        return (self._x(period.first) + self._x(period.last + _DAY)) / 2

    def _grid(self) -> None:
        for period in self.periods:
            x = self._x(period.first)
            self.canvas.line(x, 4, x, self.foot + _MARK_ROW, "raster")
            room = self._x(period.last + _DAY) - x
            self.canvas.paragraph(self._middle(period), 16, wrap(period.label, room), "", "middle")

    def _bars(self, bars: Sequence[Bar], y: float) -> None:
        first, last = self.periods[0].first, self.periods[-1].last
        for start, end in bars:
            if start > last or (end is not None and end < first):
                continue
            left, right = self._x(max(start, first)), self._x(min(end or last, last) + _DAY)
            # A day is thin; two pixels can be seen.
            self.canvas.rectangle(left, y, max(right - left, 2.0), _BAR, "staaf")
            if end is not None and end <= last:
                self.canvas.line(right, y - 3, right, y + _BAR + 3, "breuk")

    def _marks(self, lane: Lane, y: float) -> None:
        for period, mark in zip(self.periods, lane.marks, strict=True):
            x = self._x(period.last) - _DOT if self.at_end else self._middle(period)
            if mark in (COUNTED, IN_WHOLE):
                self.canvas.dot(x, y, _DOT, "punt" if mark == COUNTED else "open")
            elif mark:
                self.canvas.text(x, y + 5, mark, "t-donker", "end" if self.at_end else "middle")
