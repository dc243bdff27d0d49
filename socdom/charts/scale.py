"""The value axis of a line chart, and the labels of the time axis."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from socdom.charts.fonts import text_width
from socdom.charts.quantity import decimals_of
from socdom.quarters import Quarter

# A line may start above 0, with a mark and a note; the axis then spans at least a fifth of its top, so that a
# small change does not look large.
_FROM_ZERO_BELOW = 0.8
_SMALLEST_SPAN = 0.2
_ROUND = (1, 2, 2.5, 5)


@dataclass(frozen=True)
class Scale:
    """Ticks of a value axis, lowest first."""

    ticks: tuple[float, ...]

    @property
    def low(self) -> float:
        return self.ticks[0]

    @property
    def high(self) -> float:
        return self.ticks[-1]

    @property
    def step(self) -> float:
        return self.ticks[1] - self.ticks[0]

    @property
    def from_zero(self) -> bool:
        """Whether 0 lies on the axis."""
        return self.low <= 0 <= self.high


def value_scale(values: Sequence[float], whole: bool = False) -> Scale:
    """Ticks that hold all values, with as few decimals as go.

    Args:
        values: what is drawn; may be empty.
        whole: the values are counts, so a step is at least 1.
    """
    low, high = min(values, default=0.0), max(values, default=1.0)
    if low >= 0:
        low = 0.0 if low < _FROM_ZERO_BELOW * high or low == high else min(low, high * (1 - _SMALLEST_SPAN))
    high = max(high, 0.0)
    if low == high:
        high = low + 1
    step = _step(low, high, 1.0 if whole else 0.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    if first > 0 and min(values) - first * step < 0.1 * (last - first) * step:
        first -= 1  # room for the mark of a broken axis
    return Scale(tuple(round(number * step, 10) + 0.0 for number in range(first, last + 1)))


def close_scale(values: Sequence[float], whole: bool = False) -> Scale:
    """Ticks close around the values, for a chart that draws itself what a small change is.

    Args:
        values: what is drawn; at least one.
        whole: the values are counts, so a step is at least 1.
    """
    low, high = min(values), max(values)
    if low == high:
        low, high = low - abs(low) / 10 - 0.5, high + abs(high) / 10 + 0.5
    step = _step(low, high, 1.0 if whole else 0.0)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Scale(tuple(round(number * step, 10) + 0.0 for number in range(first, last + 1)))


def _step(low: float, high: float, least: float) -> float:
    """A round step that gives three to six intervals: fewest decimals first, then nearest to four."""
    power = math.floor(math.log10(high - low))
    steps = [figure * 10.0**exponent for exponent in (power - 1, power, power + 1) for figure in _ROUND]
    steps = [step for step in steps if step >= least] or [1.0]

    def rank(step: float) -> tuple[bool, int, bool, float]:
        intervals = math.ceil(high / step - 1e-9) - math.floor(low / step + 1e-9)
        odd = abs(step / 10 ** math.floor(math.log10(step) + 1e-9) - 2.5) < 1e-6
        return not 3 <= intervals <= 6, decimals_of(step), odd, abs(intervals - 4.25)

    return min(steps, key=rank)


@dataclass(frozen=True)
class TimeLabel:
    """A label under the time axis: position of the period, text and anchor."""

    position: int
    text: str
    anchor: str


def time_labels(periods: Sequence[str], xs: Sequence[float], brief: bool) -> list[TimeLabel]:
    """Labels of the first and the last period and of the years between, as many as fit.

    Args:
        periods: quarters or years, in order.
        xs: where each stands, in pixels.
        brief: write the first quarter of a year as that year.
    """
    last = len(periods) - 1
    chosen: list[TimeLabel] = []
    between = list(range(1, last))
    order = [0, last, *between] if brief or "Q" not in periods[0] else [0, *between, last]
    for position in dict.fromkeys(order):
        for text in _names(periods, position, brief, chosen):
            label = TimeLabel(position, text, _anchor(position, last))
            if all(_apart(label, other, xs) for other in chosen):
                chosen.append(label)
                break
    return sorted(chosen, key=lambda label: label.position)


def _anchor(position: int, last: int) -> str:
    return {last: "end", 0: "start"}.get(position, "middle") if last else "end"


def _names(periods: Sequence[str], position: int, brief: bool, chosen: list[TimeLabel]) -> list[str]:
    """Texts to try for a period, the first choice first; none for a quarter within a year."""
    period = periods[position]
    if "Q" not in period:
        return [period]
    quarter = Quarter.parse(period)
    if position not in (0, len(periods) - 1):
        return [str(quarter.year)] if quarter.number == 1 else []
    if brief and position == 0 and quarter.number == 1:
        return [str(quarter.year)]
    if position and str(quarter.year) in [label.text for label in chosen]:
        return [f"{quarter.number}e kw."]
    return [quarter.short_label]


def _apart(label: TimeLabel, other: TimeLabel, xs: Sequence[float]) -> bool:
    (left, right), (start, end) = _extent(label, xs), _extent(other, xs)
    return right + 12 <= start or end + 12 <= left


def _extent(label: TimeLabel, xs: Sequence[float]) -> tuple[float, float]:
    width, x = text_width(label.text), xs[label.position]
    left = {"start": x, "middle": x - width / 2, "end": x - width}[label.anchor]
    return left, left + width
