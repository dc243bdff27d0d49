"""Join spells of one unit into episodes, with a gap that does not count as an interruption."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socdom.stats.numbering import numbered
from socdom.stats.packing import pack

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

# Day numbers (days since 1970) stay far below this; an open end is this day.
OPEN_DAY = 2**24


@dataclass(frozen=True)
class Episodes:
    """For every spell, in the order given: the episode it belongs to.

    Attributes:
        number: number of the episode, unique over all units.
        start: first day of the episode.
        end: last day of the episode; OPEN_DAY when it has not ended.
    """

    number: Ints
    start: Ints
    end: Ints


def join_spells(unit: Ints, start: Ints, end: Ints, bridged: Flags, gap_days: int) -> Episodes:
    """Join spells into episodes.

    Two spells of a unit belong to one episode when at most `gap_days` whole days lie between them (0: only
    spells that overlap or adjoin). A spell that is `bridged` is said to go on elsewhere: when it is the last
    to end, the episode stays open until the next spell of the unit, however long that takes, and without a
    next spell it has not ended. Of spells that end on the same day, one that is bridged is enough.

    Args:
        unit: any int64.
        start, end: first and last day as day numbers above -OPEN_DAY; OPEN_DAY for an open end; end ≥ start.
        bridged: whether an end is no real end.
        gap_days: ≥ 0.
    """
    codes, _ = numbered(unit)
    # Spells of a unit that start on the same day are always of one episode: their order makes no difference.
    order = np.argsort(pack(codes, start + OPEN_DAY, 2 * OPEN_DAY))
    code, first = codes[order], start[order]
    # The end with the flag in the last bit: the latest end wins, and of equal ends a bridged one. The unit
    # goes on top, lifted so that a day before 1970 cannot fall below the unit before it.
    marked = (end[order] + OPEN_DAY) * 2 + bridged[order]
    width = 4 * OPEN_DAY + 2
    latest = np.maximum.accumulate(code * width + marked) - code * width - 2 * OPEN_DAY
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = (code[1:] != code[:-1]) | (first[1:] > _reach(latest[:-1], gap_days))
    return _spread(order, begins, first, _closing(latest))


def _reach(latest: Ints, gap_days: int) -> Ints:
    """Last day on which a next spell may start and still belong to the episode."""
    return np.where(latest % 2 == 1, OPEN_DAY, latest // 2 + gap_days + 1)


def _closing(latest: Ints) -> Ints:
    return np.where(latest % 2 == 1, OPEN_DAY, latest // 2)


def _spread(order: Ints, begins: Flags, first: Ints, closing: Ints) -> Episodes:
    """Give each spell the number, start and end of its episode, back in the order of the input."""
    number = np.cumsum(begins) - 1
    starts = np.flatnonzero(begins)
    ends = np.append(starts[1:], len(order))[: len(starts)] - 1
    back = np.empty(len(order), dtype=np.int64)
    back[order] = number
    return Episodes(back, first[starts][back], closing[ends][back])
