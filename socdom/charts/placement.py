"""Where words go so that they do not lie over each other or over a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom.charts.fonts import LINE_HEIGHT, text_width

_GAP = 5
# Where a line goes up and down within the width of a label, there is no room close to its first point.
_FARTHER = (8, 16, 24)


def spread(centres: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Move blocks along one axis until none overlaps, as little as needed and within bounds.

    Args:
        centres: where the middle of each block would best be.
        heights: size of each block.
        low, high: bounds of the edges; when the blocks do not fit they run over the upper bound.

    Returns:
        The new middles, in the order given; the order along the axis stays.
    """
    order = sorted(range(len(centres)), key=lambda i: centres[i])
    edges = {i: max(low, centres[i] - heights[i] / 2) for i in order}
    for above, below in zip(order, order[1:], strict=False):
        edges[below] = max(edges[below], edges[above] + heights[above] + _GAP)
    limit = high
    for i in reversed(order):
        edges[i] = min(edges[i], limit - heights[i])
        limit = edges[i] - _GAP
    shift = max(0.0, low - min(edges.values(), default=low))
    return [edges[i] + heights[i] / 2 + shift for i in range(len(centres))]


@dataclass(frozen=True)
class Remark:
    """Words above the plot that belong to a moment: a break in the series, or an event.

    Attributes:
        x: the moment, in pixels.
        lines: the words.
        position: of the period, on the time axis.
        is_break: a break is drawn through the whole plot, an event points at its moment.
    """

    x: float
    lines: tuple[str, ...]
    position: int
    is_break: bool

    @property
    def width(self) -> float:
        return max(text_width(line) for line in self.lines)


@dataclass(frozen=True)
class PlacedRemark:
    """A remark with its left edge in pixels and its row, 0 at the top."""

    remark: Remark
    left: float
    row: int


def place_remarks(remarks: Sequence[Remark], width: float) -> tuple[list[PlacedRemark], list[float]]:
    """Give remarks a place in rows above the plot.

    Returns:
        The placed remarks, and the height of each row in pixels.
    """
    placed: list[PlacedRemark] = []
    for remark in sorted(remarks, key=lambda item: (not item.is_break, item.x)):
        left = _left(remark, width)
        row = 0
        while any(other.row == row and _clash(other, left, remark) for other in placed):
            row += 1
        placed.append(PlacedRemark(remark, left, row))
    rows = max((item.row for item in placed), default=-1) + 1
    heights = [
        max(len(i.remark.lines) for i in placed if i.row == row) * LINE_HEIGHT + 8.0 for row in range(rows)
    ]
    return placed, heights


def _left(remark: Remark, width: float) -> float:
    if not remark.is_break:
        return min(max(0.0, remark.x - remark.width / 2), width - remark.width)
    right = remark.x + 7
    return right if right + remark.width <= width else max(0.0, remark.x - 7 - remark.width)


def _clash(other: PlacedRemark, left: float, remark: Remark) -> bool:
    return left < other.left + other.remark.width + 12 and other.left < left + remark.width + 12


def free_side(
    x: float,
    y: float,
    width: float,
    paths: Sequence[Sequence[tuple[float, float]]],
    lowest: float,
    highest: float | None = None,
) -> float:
    """Baseline of a label that starts at a point: above or below it, where the fewest lines cross it.

    Args:
        x, y: the point in pixels.
        width: width of the label.
        paths: the lines drawn, in pixels.
        lowest: baseline under which nothing may stand.
        highest: baseline above which a label may not go to get free of the lines; None keeps it close to its point.
    """
    places = [y - 12, min(y + 24, lowest)]
    if highest is not None:
        farther = [place for off in _FARTHER for place in (y - 12 - off, y + 24 + off)]
        places += [place for place in farther if highest <= place <= lowest]
    return min(places, key=lambda place: _crossings(x, place, width, paths))


def _crossings(
    x: float, baseline: float, width: float, paths: Sequence[Sequence[tuple[float, float]]]
) -> int:
    steps = [x + width * part / 8 for part in range(9)]
    heights = [_height_at(path, step) for path in paths for step in steps]
    return sum(height is not None and baseline - 14 <= height <= baseline + 4 for height in heights)


def _height_at(path: Sequence[tuple[float, float]], x: float) -> float | None:
    for (x1, y1), (x2, y2) in zip(path, path[1:], strict=False):
        if x1 <= x <= x2:
            return y1 + (y2 - y1) * (x - x1) / ((x2 - x1) or 1)
    return None
