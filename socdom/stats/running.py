"""How many stretches run in each period, as a whole or per value; nothing is merged.

A difference array does it for all periods at once: plus one where a stretch begins, minus one after its end.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from socdom.stats.histograms import Histogram, value_range
from socdom.stats.packing import pack

Ints = NDArray[np.int64]
# Cells of a table that is worked out at once: 32 MB.
_BLOCK = 2**22


def count_running(group: Ints, first: Ints, last: Ints, shape: tuple[int, int]) -> Ints:
    """Number of stretches that run in each group and period, int64 of that shape.

    Args:
        group: group of each stretch, 0 ≤ group < shape[0].
        first, last: first and last period of each (both included); parts outside the periods are ignored, and
            so is a stretch whose last period is before its first.
        shape: number of groups and number of periods.
    """
    groups, periods = shape
    first, last = np.maximum(first, 0), np.minimum(last, periods - 1)
    inside = first <= last
    row = group[inside] * (periods + 1)
    size = groups * (periods + 1)
    change = np.bincount(row + first[inside], minlength=size)
    change -= np.bincount(row + last[inside] + 1, minlength=size)
    return change.reshape(groups, periods + 1).cumsum(axis=1)[:, :periods]


def count_running_by_value(
    group: Ints, value: Ints, first: Ints, last: Ints, shape: tuple[int, int]
) -> Histogram:
    """How often each value occurs among the stretches that run in each cell (group × periods + period).

    Stretches of one group and value share a row of the difference array, so the cost depends on how many
    different values there are and not on how long the stretches last.

    Args:
        group, first, last, shape: as for `count_running`.
        value: whole numbers.

    Raises:
        OverflowError: groups × range of the values does not fit in 64 bits.
    """
    periods = shape[1]
    if not len(group) or not periods:
        none = np.zeros(0, dtype=np.int64)
        return Histogram(none, none, none)
    low, width = value_range(value)
    names, row = np.unique(pack(group, value - low, width), return_inverse=True)
    order = np.argsort(row, kind="stable")
    row, first, last = row[order], first[order], last[order]
    step = max(_BLOCK // (periods + 1), 1)
    parts = []
    for start in range(0, len(names), step):
        stop = min(start + step, len(names))
        mine = slice(*np.searchsorted(row, (start, stop)))
        counts = count_running(row[mine] - start, first[mine], last[mine], (stop - start, periods))
        at, period = np.nonzero(counts)
        where, found = np.divmod(names[start + at], width)
        parts.append((where * periods + period, found + low, counts[at, period]))
    return Histogram.of_counts(*(np.concatenate(column) for column in zip(*parts, strict=True)))
