"""Names beside points of a scatter, so that they lie neither over each other nor over a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom.charts.fonts import text_width

_GAP, _ASCENT, _DESCENT, _RADIUS = 12.0, 11.0, 4.0, 9.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PointLabel:
    """A point in pixels and its name."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class PlacedLabel:
    """A name with the place of its baseline; `anchor` is "start", "middle" or "end"."""

    x: float
    y: float
    text: str
    anchor: str


def place_labels(
    labels: Sequence[PointLabel], points: Sequence[tuple[float, float]], within: Box
) -> list[PlacedLabel]:
    """Give every name a place beside its point: right, left, above or below, then further off.

    Args:
        labels: what to name; each point is one of `points`.
        points: all points drawn, in pixels.
        within: left, top, right and bottom that names stay inside. A name wider than that starts at the left.

    Returns:
        the names in order of height, top first. Where no place is free the one that covers least is taken.
    """
    marks = [(x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS) for x, y in points]
    placed: list[tuple[PlacedLabel, Box]] = []
    for label in sorted(labels, key=lambda item: (item.y, item.x)):
        own = (label.x - _RADIUS, label.y - _RADIUS, label.x + _RADIUS, label.y + _RADIUS)
        taken = [mark for mark in marks if mark != own] + [box for _, box in placed]
        options = [(option, _box(option)) for option in _options(label, within)]
        inside = [pair for pair in options if _inside(pair[1], within)] or options
        placed.append(min(inside, key=lambda pair: sum(_shared(pair[1], box) for box in taken)))
    return [label for label, _ in placed]


def _options(label: PointLabel, within: Box) -> list[PlacedLabel]:
    """Places in order of preference."""
    half = text_width(label.text) / 2
    middle = min(max(label.x, within[0] + half), within[2] - half)
    options = []
    for off in (0.0, 14.0, 28.0):
        for lift in {0.0: (0.0,)}.get(off, (-off, off)):
            options.append(PlacedLabel(label.x + _GAP, label.y + 5 + lift, label.text, "start"))
            options.append(PlacedLabel(label.x - _GAP, label.y + 5 + lift, label.text, "end"))
        options.append(PlacedLabel(middle, label.y - _GAP - off, label.text, "middle"))
        options.append(PlacedLabel(middle, label.y + _GAP + _ASCENT + off, label.text, "middle"))
    return options


def _box(label: PlacedLabel) -> Box:
    width = text_width(label.text)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - _ASCENT, left + width, label.y + _DESCENT


def _inside(box: Box, within: Box) -> bool:
    return within[0] <= box[0] and within[1] <= box[1] and box[2] <= within[2] and box[3] <= within[3]


def _shared(one: Box, other: Box) -> float:
    """Area that two boxes have in common."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(across, 0.0) * max(down, 0.0)
