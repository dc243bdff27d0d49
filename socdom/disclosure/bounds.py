"""Between which numbers a reader can place every count, with all families of an edition put together.

A gemeente is the total of its wijken and of each of its breakdowns, a wijk of its buurten. Every family says
something about its total, and through the total about the other families. With counts rounded to 5, four ages
that are shown as 10 are at most 48 persons together; a total shown as 50 (48 to 52) is then exactly 48, and
wijken of 20, 20 and 10 (at least 44) leave at most 4 for the one that is hidden, where the wijken alone leave
up to 8.

Method: an interval for every count; sums narrow totals and totals narrow children, again and again until
nothing changes. Families hang together as a tree, so this finds all that the sums can tell, and as every step
is true of the true counts it comes to an end.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socdom.disclosure.families import Families

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Bounds:
    """Lowest and highest number each figure (or member of a family) can be, one entry for each."""

    low: Floats
    high: Floats


def narrowed(families: Families, start: Bounds, at_most_total: Bools, at_least_total: Bools) -> Bounds:
    """Carry what is known of every figure through all families until nothing changes.

    Args:
        start: what a figure says by itself.
        at_most_total: per family: its children together are not more than its total.
        at_least_total: per family: its children together are not less than its total.

    Returns:
        Intervals within those of `start`.
    """
    low, high = start.low.copy(), start.high.copy()
    # What a reader presumes of how figures were chosen can contradict the sums; without an edge it would run away.
    edge = start.high.max(initial=0)
    total, row, family = families.total, families.row, families.family
    while True:
        before = low.sum(), high.sum()
        np.maximum.at(low, total, np.where(at_most_total, families.sum(low), -np.inf))
        np.minimum.at(high, total, np.where(at_least_total, families.sum(high), np.inf))
        left = left_over(families, Bounds(low, high))
        np.minimum.at(high, row, np.where(at_most_total[family], left.high, np.inf))
        np.maximum.at(low, row, np.where(at_least_total[family], left.low, -np.inf))
        low, high = np.minimum(low, edge), np.maximum(high, 0)
        if before == (low.sum(), high.sum()):
            return Bounds(low, high)


def left_over(families: Families, known: Bounds) -> Bounds:
    """What a total and the other children leave for each child; one entry per member of a family."""
    row, family = families.row, families.family
    total = families.total[family]
    rest_low = families.sum(known.low)[family] - known.low[row]
    rest_high = families.sum(known.high)[family] - known.high[row]
    return Bounds(known.low[total] - rest_high, known.high[total] - rest_low)
