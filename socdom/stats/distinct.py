"""Count distinct units per group and period from stretches of periods, for all periods at once.

One sort brings the stretches of a unit together, a running maximum merges those that overlap, and a
difference array counts the merged ones: plus one where a stretch begins, minus one after its end. The cost
does not depend on how many periods there are or how long a stretch lasts. Many rows are done block by block:
sorting a little at a time in the cache is quicker than much at once in memory.
"""

from __future__ import annotations

from functools import reduce

import numpy as np
from numpy.typing import NDArray

from socdom.stats.blocks import BLOCK, blocks, side_by_side
from socdom.stats.numbering import numbered

Ints = NDArray[np.int64]
_MAX_KEY = 2**63 - 1


def count_distinct(group: Ints, unit: Ints, first: Ints, last: Ints, shape: tuple[int, int]) -> Ints:
    """Number of distinct units in each group and period.

    Args:
        group: group of each stretch, 0 ≤ group < shape[0].
        unit: what is counted once per group and period; any int64. Whole numbers close together are quickest,
            and rows in order of their unit quicker still.
        first, last: first and last period of each stretch (both included); parts outside the periods are
            ignored, and so is a stretch whose last period is before its first.
        shape: number of groups and number of periods.

    Returns:
        int64 array of that shape.

    Raises:
        OverflowError: groups × units × periods² does not fit in 64 bits.
    """
    groups, periods = shape
    _check(1, shape)
    parts = list(blocks(unit, max(BLOCK, groups * (periods + 1))))

    def change_of(part: slice | Ints) -> Ints:
        return _change(group[part], unit[part], first[part], last[part], shape)

    change = reduce(np.add, side_by_side(change_of, parts))
    return change.reshape(groups, periods + 1).cumsum(axis=1)[:, :periods]


def _check(units: int, shape: tuple[int, int]) -> None:
    groups, periods = shape
    if groups * units * periods * periods > _MAX_KEY:
        raise OverflowError(f"{groups} groups x {units} units x {periods} periods do not fit in 64 bits")


def _change(group: Ints, unit: Ints, first: Ints, last: Ints, shape: tuple[int, int]) -> Ints:
    """Per group and period: how many merged stretches of these units begin, less those that are over."""
    groups, periods = shape
    number, units = numbered(unit)
    _check(units, shape)
    first, last = np.maximum(first, 0), np.minimum(last, periods - 1)
    key = ((number * groups + group) * periods + first) * periods + last
    key = key[first <= last]
    key.sort()
    owner, first, last = _merged(key, periods)
    row = owner % groups * (periods + 1)
    size = groups * (periods + 1)
    return np.bincount(row + first, minlength=size) - np.bincount(row + last + 1, minlength=size)


def _merged(key: Ints, periods: int) -> tuple[Ints, Ints, Ints]:
    """Owner, first and last period of the stretches that are left after merging; `key` is sorted.

    An owner is a unit in a group.
    """
    rest, last = np.divmod(key, periods)
    owner = rest // periods
    # The owner on top of the key makes one running maximum serve all owners: a next owner is always higher.
    reach = np.maximum.accumulate(owner * periods + last)
    begins = np.ones(len(key), dtype=bool)
    begins[1:] = rest[1:] > reach[:-1]
    starts = np.flatnonzero(begins)
    ends = np.append(starts[1:], len(key)) - 1 if len(key) else starts
    return owner[starts], rest[starts] % periods, reach[ends] % periods
