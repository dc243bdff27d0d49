"""Where everything of a line chart goes, measured before it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from socdom.charts.expected_mark import ExpectedMark, expected_words
from socdom.charts.fonts import LINE_HEIGHT, balanced, text_width, wrap
from socdom.charts.placement import Remark, place_remarks, spread
from socdom.charts.quantity import Quantity
from socdom.charts.scale import value_scale
from socdom.charts.series import Line
from socdom.charts.words import BREAK, EVENT, HIDDEN, NO_VALUE, UNFINISHED
from socdom.dutch import unbroken
from socdom.editions.model import Break, Event
from socdom.quarters import Quarter

WIDE, NARROW = 740, 340
# Of a slide, where a chart is as high as on a phone and wider.
SLIDE = 520
LABEL_GAP = 13
_MOST_EVENTS, _MOST_LINES = 3, 2
_ABOVE, _BELOW = 24, 30  # room over the plot for a first value, under it for the time labels


@dataclass(frozen=True)
class LineChart:
    """What a line chart shows.

    Attributes:
        lines: the own line first.
        goal: label and value of a level to compare with, or None.
        expected: amounts that are expected, of periods of which the own line is incomplete.
    """

    periods: tuple[str, ...]
    lines: tuple[Line, ...]
    quantity: Quantity
    breaks: tuple[Break, ...] = ()
    events: tuple[Event, ...] = ()
    goal: tuple[str, float] | None = None
    expected: tuple[ExpectedMark, ...] = ()

    @property
    def own(self) -> Line:
        return self.lines[0]

    @property
    def empty(self) -> bool:
        """Whether no line has a number to show."""
        return not any(line.shown for line in self.lines)

    @property
    def values(self) -> list[float]:
        """Every number that is drawn, the goal and what is expected included."""
        drawn = [value for line in self.lines for value in line.values if value is not None]
        drawn += [value for mark in self.expected for value in mark.values]
        return drawn + ([self.goal[1]] if self.goal else [])


@dataclass(frozen=True)
class EndLabel:
    """Words at the right end of a line, and the value beside which they belong."""

    lines: tuple[str, ...]
    classes: str
    value: float

    @property
    def height(self) -> float:
        return len(self.lines) * LINE_HEIGHT


class Layout:
    """Pixels of one width of a line chart.

    Attributes:
        left, right, top, bottom: edges of the plot.
        band: height of the rows with remarks above the plot.
        height: of the whole drawing.
    """

    def __init__(self, chart: LineChart, width: float) -> None:
        self.chart, self.width, self.brief = chart, width, width < WIDE
        self.scale = value_scale(chart.values, whole=chart.quantity.form == "aantal")
        self.ticks = [chart.quantity.tick(tick, self.scale.step) for tick in self.scale.ticks]
        self.left = 0.0 if chart.empty else max(map(text_width, self.ticks)) + 10
        self.ends = _end_labels(chart, 100 if self.brief else 150, (self.scale.low + self.scale.high) / 2)
        room = max((text_width(text, 700) for end in self.ends for text in end.lines), default=0.0)
        self.right = width - room - LABEL_GAP if room else width - 8
        self.remarks, rows = place_remarks(self._remarks(), width)
        self.row_tops = [sum(rows[:row]) for row in range(len(rows))]
        self.band = sum(rows)
        self.top = self.band + _ABOVE
        self.bottom = self.top + (80 if chart.empty else 230 if self.brief else 290)
        self.height = self.bottom + _BELOW

    def x(self, position: float) -> float:
        """Pixel of a position on the time axis; a single period stands at the right, beside its label."""
        last = len(self.chart.periods) - 1
        return self.left + (self.right - self.left) * (position / last if last else 1.0)

    def y(self, value: float) -> float:
        """Pixel of a value."""
        share = (value - self.scale.low) / (self.scale.high - self.scale.low)
        return self.bottom - share * (self.bottom - self.top)

    def pixels(self, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """(position, value) as pixels."""
        return [(self.x(position), self.y(value)) for position, value in points]

    def end_middles(self) -> list[float]:
        """Height of the middle of every end label, moved apart where needed."""
        wanted, heights = [self.y(end.value) for end in self.ends], [end.height for end in self.ends]
        return spread(wanted, heights, self.band, self.bottom + LINE_HEIGHT / 2)

    def _remarks(self) -> list[Remark]:
        periods, remarks = self.chart.periods, []
        for item in self.chart.breaks:
            if (position := cut_position(item.period, periods)) is not None:
                words = (
                    *(remark_words(item.label, self.brief) or (BREAK,)),
                    f"sinds {short_period(item.period)}",
                )
                remarks.append(Remark(self.x(position - 0.5), words, position, True))
        placed = ((event, event_position(event.period, periods)) for event in self.chart.events)
        for event, position in [(event, at) for event, at in placed if at is not None][:_MOST_EVENTS]:
            remarks.append(
                Remark(self.x(position), remark_words(event.label, self.brief) or (EVENT,), position, False)
            )
        return remarks


def remark_words(text: str, brief: bool) -> tuple[str, ...]:
    """Lines of a remark above the plot; none when it is too long, so that it stands in the notes only."""
    words = balanced(text.rstrip("."), 130 if brief else 190)
    return words if len(words) <= _MOST_LINES else ()


def _end_labels(chart: LineChart, most: float, middle: float) -> list[EndLabel]:
    """Labels of the lines that are shown, of an own line that is not, of what is expected now, and of the goal."""
    labels = [
        EndLabel(_end_words(line, chart.periods, most), "wit t-eigen" if line.own else "wit", value)
        for line in chart.lines
        if line.shown and (value := line.values[line.shown[-1]]) is not None
    ]
    if labels and not chart.own.shown:
        reason = HIDDEN if chart.own.hidden else NO_VALUE["ontbreekt"]
        labels.append(EndLabel((*wrap(chart.own.label, most, 700), reason), "wit t-eigen", middle))
    labels += [
        EndLabel(wrap(expected_words(mark, chart.quantity), most, 700), "wit t-eigen", mark.value)
        for mark in chart.expected
        if mark.position == len(chart.periods) - 1
    ]
    if chart.goal:
        label, value = chart.goal
        # A target is a round number more often than not: "10%", as the tables say it.
        told = replace(chart.quantity, trim=True).text(value)
        labels.append(EndLabel(wrap(f"{label} {told}", most, 600), "wit t-doel", value))
    return labels


def _end_words(line: Line, periods: Sequence[str], most: float) -> tuple[str, ...]:
    """Name and newest number of a line, with its period where that is not the last one."""
    newest, last, weight = line.shown[-1], len(periods) - 1, 700 if line.own else 400
    star = "*" if line.status(newest) == "voorlopig" else ""
    value = line.quantity.text(line.values[newest]) + star
    if newest != last:
        value += f" ({short_period(periods[newest])})"
    words = wrap(f"{line.label} {value}".strip(), most, weight)
    if line.status(newest) == "onvolledig":
        words += wrap(UNFINISHED, most, weight)
    if line.status(last) == "geheim":
        words += wrap(f"{short_period(periods[last])}: {unbroken(HIDDEN)}", most, weight)
    return words


def short_period(period: str) -> str:
    """A period in few letters that stay on one line; the first quarter of a year is that year."""
    if "Q" not in period:
        return period
    quarter = Quarter.parse(period)
    return str(quarter.year) if quarter.number == 1 else unbroken(quarter.short_label)


def cut_position(period: str, periods: Sequence[str]) -> int | None:
    """Position of the first period a break holds for; None when nothing lies before it or after it."""
    at = [position for position, item in enumerate(periods) if item >= period[: len(item)]]
    return at[0] if at and at[0] > 0 else None


def event_position(period: str, periods: Sequence[str]) -> int | None:
    """Position of the period, or of the year, in which an event fell; None when it fell in none of them."""
    return next((at for at, item in enumerate(periods) if item == period[: len(item)]), None)
