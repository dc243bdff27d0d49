"""Where the dots of a strip go so that none covers another, and where the words above it go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, permutations, product

_APART = 14.0  # between two labels in a row
_NEAR = 1.0  # a leader this close to a label touches it
_NOISE = 1e-6
_SHIFTS = {"middle": 0.5, "start": 0.0, "end": 1.0}


def dodge(xs: Sequence[float], gap: float, taken: Sequence[tuple[float, float]] = ()) -> list[float]:
    """Heights of dots at these places, so that they do not overlap: as near the middle as goes, in steps of a dot.

    Args:
        xs: places along the strip, in pixels.
        gap: least distance between the centres of two dots.
        taken: (place, least distance) of dots that stay in the middle.

    Returns:
        Distance from the middle of each dot, in the order given: 0, then one dot above, one below, and so on.
    """
    heights = [0.0] * len(xs)
    placed: list[tuple[float, float]] = []
    for index in sorted(range(len(xs)), key=lambda i: xs[i]):
        x = xs[index]
        # From left to right: what lies further back can be in nobody's way.
        placed = [dot for dot in placed if x - dot[0] < gap]
        heights[index] = next(
            height
            for height in _outwards(gap)
            if _is_free(x, height, gap, placed) and _is_clear(x, height, taken)
        )
        placed.append((x, heights[index]))
    return heights


def _outwards(gap: float) -> Iterator[float]:
    """0, then a step above, a step below, two above, and so on."""
    yield 0.0
    for step in count(1):
        yield -gap * step
        yield gap * step


def _is_free(x: float, height: float, gap: float, placed: Sequence[tuple[float, float]]) -> bool:
    return all((x - a) ** 2 + (height - b) ** 2 >= gap**2 - _NOISE for a, b in placed)


def _is_clear(x: float, height: float, taken: Sequence[tuple[float, float]]) -> bool:
    return all((x - a) ** 2 + height**2 >= reach**2 - _NOISE for a, reach in taken)


@dataclass(frozen=True)
class Word:
    """A label above a strip: the place it is about, and how wide it is, in pixels."""

    x: float
    width: float


@dataclass(frozen=True)
class PlacedWord:
    """A label with its left edge, and its row; 0 is nearest to the strip."""

    left: float
    row: int


def place_words(words: Sequence[Word], width: float) -> list[PlacedWord]:
    """Labels in as few rows as go, of which no leader runs through another label where that can be helped.

    Args:
        words: at most a few; the first stands nearest to the strip where that makes no difference.
        width: of the drawing.
    """
    options = product(*[_lefts(word, width) for word in words])
    choices = [
        (_cost(words, lefts, rows), rows, lefts)
        for lefts in options
        for order in permutations(range(len(words)))
        for rows in [_rows(words, lefts, order)]
    ]
    _, rows, lefts = min(choices)
    return [PlacedWord(left, row) for left, row in zip(lefts, rows, strict=True)]


def _lefts(word: Word, width: float) -> list[float]:
    """Left edges to try: over its place, to the right of it, to the left of it; within the drawing."""
    found = (word.x - part * word.width for part in _SHIFTS.values())
    return [min(max(0.0, left), max(0.0, width - word.width)) for left in found]


def _rows(words: Sequence[Word], lefts: Sequence[float], order: Sequence[int]) -> tuple[int, ...]:
    """The lowest free row of each, taken in this order."""
    rows: dict[int, int] = {}
    for index in order:
        row = 0
        while any(rows[other] == row and _overlap(words, lefts, index, other) for other in rows):
            row += 1
        rows[index] = row
    return tuple(rows[index] for index in range(len(words)))


def _overlap(words: Sequence[Word], lefts: Sequence[float], one: int, other: int) -> bool:
    return (
        lefts[one] < lefts[other] + words[other].width + _APART
        and lefts[other] < lefts[one] + words[one].width + _APART
    )


def _cost(words: Sequence[Word], lefts: Sequence[float], rows: Sequence[int]) -> tuple[int, int, int, float]:
    """Leaders through labels first, then rows, the row of the first, and how far labels are from their places."""
    pairs = [(a, b) for a in range(len(words)) for b in range(len(words)) if rows[a] > rows[b]]
    crossed = sum(lefts[b] - _NEAR < words[a].x < lefts[b] + words[b].width + _NEAR for a, b in pairs)
    away = sum(abs(left + word.width / 2 - word.x) for left, word in zip(lefts, words, strict=True))
    return crossed, max(rows, default=0), rows[0] if rows else 0, away
