"""Where the name of an area goes on a map: inside it, in the middle of where it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socdom.charts.fonts import LINE_HEIGHT, balanced, text_width

Points = tuple[tuple[float, float], ...]
_AROUND = 6  # pixels of room around words, left and right together
_LONGEST = 130
_ROOMY = (2.0, 1.5, 1.2, 1.0)


@dataclass(frozen=True)
class AreaLabel:
    """Words of an area with the middle of where they stand, in pixels.

    Attributes:
        number: whether they are its number.
        weight: of the letters, 700 for the chosen area.
    """

    code: str
    lines: tuple[str, ...]
    x: float
    y: float
    number: bool = False
    weight: int = 400

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        wide, high = _size(self.lines, self.weight)
        return self.x - wide / 2, self.y - high / 2, self.x + wide / 2, self.y + high / 2


def area_labels(
    areas: Sequence[tuple[str, str, Sequence[Points]]], width: int, height: int, chosen: str | None = None
) -> tuple[AreaLabel, ...]:
    """A label for each area where there is room: its name, on one line or more, or else the last two signs of its code.

    Large areas go first. A label that would lie over another is left out.

    Args:
        areas: code, name and rings in pixels.
        width, height: of the map in pixels.
        chosen: code of the area that has its name whatever its size.
    """
    masks = {code: inside(rings, width, height) for code, _, rings in areas}
    placed: list[AreaLabel] = []
    for code, name, _ in sorted(
        areas, key=lambda area: (area[0] != chosen, -int(masks[area[0]].sum()), area[0])
    ):
        room = Room(_without(masks[code], placed))
        tried = _always(code, name, room, width) if code == chosen else _tried(code, name, room)
        free = (one for one in tried if not any(_overlap(one.box, other.box) for other in placed))
        label = next(free, None)
        if label is not None:
            placed.append(label)
    return tuple(placed)


def _without(mask: NDArray[np.bool_], placed: Sequence[AreaLabel]) -> NDArray[np.bool_]:
    """What is left of an area beside the labels that are there already."""
    left = mask.copy()
    for label in placed:
        x1, y1, x2, y2 = (max(0, round(edge)) for edge in label.box)
        left[y1 : y2 + 1, x1 : x2 + 1] = False
    return left


def _tried(code: str, name: str, room: Room) -> Iterator[AreaLabel]:
    """Where the name fits, in each way; then where the number does, which may stand out over the border a little."""
    for lines in _ways(name):
        wide, high = _size(lines)
        if (place := room.roomiest(wide, high)) is not None:
            yield AreaLabel(code, lines, *place)
    short = (code[-2:],)
    for part in (1.0, 0.7, 0.4):
        if (place := room.roomiest(text_width(short[0]) * part, LINE_HEIGHT * part)) is not None:
            yield AreaLabel(code, short, *place, number=True)


def _always(code: str, name: str, room: Room, width: int) -> Iterator[AreaLabel]:
    """The whole name in bold over the middle of an area, and over its neighbours where it is small."""
    wide, high = _size((name,), 700)
    place = room.roomiest(wide, high) or room.roomiest(LINE_HEIGHT, LINE_HEIGHT) or room.roomiest(1, 1)
    if place is not None:
        x = min(max(place[0], wide / 2), width - wide / 2)
        yield AreaLabel(code, (name,), x, place[1], weight=700)


def _size(lines: Sequence[str], weight: int = 400) -> tuple[float, float]:
    return max(text_width(line, weight) for line in lines) + _AROUND, len(lines) * LINE_HEIGHT


def _ways(name: str) -> Iterator[tuple[str, ...]]:
    """A name on one line, and broken into two or three."""
    seen: set[tuple[str, ...]] = {(name,)}
    yield (name,)
    for room in range(_LONGEST, 30, -10):
        lines = balanced(name, room)
        if lines not in seen and len(lines) <= 3:
            seen.add(lines)
            yield lines


def inside(rings: Sequence[Points], width: int, height: int) -> NDArray[np.bool_]:
    """Which pixels (height × width) have their middle within rings; a ring within another is a hole."""
    crossings = np.zeros((height, width + 1), dtype=bool)
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if y1 == y2:
                continue
            low, high = min(y1, y2), max(y1, y2)
            rows = np.arange(max(0, int(np.ceil(low - 0.5))), min(height, int(np.ceil(high - 0.5))))
            xs = x1 + (rows + 0.5 - y1) * (x2 - x1) / (y2 - y1)
            columns = np.clip(np.ceil(xs - 0.5), 0, width).astype(int)
            crossings[rows, columns] ^= True
    filled: NDArray[np.bool_] = np.logical_xor.accumulate(crossings, axis=1)[:, :width]
    return filled


class Room:
    """Where boxes lie within an area."""

    def __init__(self, mask: NDArray[np.bool_]) -> None:
        """`mask` (height × width) tells which pixels are in the area."""
        rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
        self._top, self._left = (int(rows[0]), int(columns[0])) if len(rows) else (0, 0)
        own = mask[self._top : rows[-1] + 1, self._left : columns[-1] + 1] if len(rows) else mask[:0, :0]
        self._sums = np.pad(own.astype(np.int32).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))

    def roomiest(self, wide: float, high: float) -> tuple[float, float] | None:
        """The middle of a box of a size, where there is the most room around it; None where it does not fit."""
        found = (self.middle(wide * grown, high * grown) for grown in _ROOMY)
        return next((place for place in found if place is not None), None)

    def middle(self, wide: float, high: float) -> tuple[float, float] | None:
        """The middle of a box that lies within the area: of all such boxes the most central one; None for none."""
        across, down = int(np.ceil(wide)), int(np.ceil(high))
        sums = self._sums
        if sums.shape[0] <= down or sums.shape[1] <= across:
            return None
        held = sums[down:, across:] - sums[:-down, across:] - sums[down:, :-across] + sums[:-down, :-across]
        rows, columns = np.nonzero(held == across * down)
        if not len(rows):
            return None
        best = int(((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2).argmin())
        return self._left + float(columns[best]) + across / 2, self._top + float(rows[best]) + down / 2


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
