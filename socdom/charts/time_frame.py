"""What every drawing over time stands in: its grid, its axis with periods, and the lines of breaks and events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from socdom.charts.canvas import Canvas
from socdom.charts.fonts import LINE_HEIGHT
from socdom.charts.placement import PlacedRemark
from socdom.charts.scale import Scale, time_labels


class Plot(Protocol):
    """Where a drawing over time is: the edges of its plot, its scale, and a pixel for a position or value."""

    left: float
    right: float
    bottom: float
    brief: bool
    scale: Scale
    ticks: list[str]
    remarks: list[PlacedRemark]
    row_tops: list[float]

    def x(self, position: float) -> float: ...

    def y(self, value: float) -> float: ...


def draw_grid(canvas: Canvas, place: Plot) -> None:
    """A line with its number for every tick, and a zigzag where the axis does not begin at 0."""
    for tick, words in zip(place.scale.ticks, place.ticks, strict=True):
        y = place.y(tick)
        canvas.line(place.left, y, place.right, y, "raster")
        canvas.text(place.left - 10, y + 5, words, "", "end")
    if not place.scale.from_zero:
        canvas.zigzag(place.left, place.bottom)


def draw_time_axis(canvas: Canvas, place: Plot, periods: Sequence[str]) -> None:
    """The axis, at 0 where the scale has it, with the periods that have room for their name."""
    zero = place.y(0.0) if place.scale.from_zero else place.bottom
    canvas.line(place.left, zero, place.right, zero, "as")
    xs = [place.x(position) for position in range(len(periods))]
    for label in time_labels(periods, xs, place.brief):
        x = xs[label.position]
        canvas.line(x, place.bottom, x, place.bottom + 5, "as")
        canvas.text(x, place.bottom + 21, label.text, "", label.anchor)


def draw_remark_lines(canvas: Canvas, place: Plot, above: Callable[[PlacedRemark], float]) -> None:
    """A line down the plot for a break; for an event one that ends at `above`, just above what is drawn there."""
    for item in place.remarks:
        x, top = item.remark.x, place.row_tops[item.row] + 4
        if item.remark.is_break:
            canvas.line(x, top, x, place.bottom, "breuk")
        else:
            foot = top + len(item.remark.lines) * LINE_HEIGHT
            canvas.line(x, foot, x, above(item), "as", stroke_dasharray="2 3")
