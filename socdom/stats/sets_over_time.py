"""Which of a few things a unit has at the same time, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.stats.packing import pack

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class SetsOverTime:
    """Stretches of a unit with one set of things; those of a unit have no period in common.

    Attributes:
        unit: whose.
        first, last: first and last period, both included.
        members: the set, bit k (worth 2**k) for thing k; never empty.
    """

    unit: Ints
    first: Ints
    last: Ints
    members: Ints


def sets_over_time(unit: Ints, thing: Ints, first: Ints, last: Ints, things: int) -> SetsOverTime:
    """Lay stretches of things over each other per unit.

    Every stretch is two events: the thing comes in its first period and goes after its last. With the events
    sorted by unit and period, a running sum per thing tells how many of its stretches run; the sums of a unit
    end at zero, so that they need no new start at the next unit.

    Args:
        unit: any int64.
        thing: 0 ≤ thing < things.
        first, last: first and last period (both included) of each stretch, last ≥ first; those of one thing
            may overlap.
        things: number of things, at most 62.

    Returns:
        stretches sorted by unit in order of first occurrence and by period; neighbours differ or have a gap
        between them.

    Raises:
        OverflowError: units × periods × things does not fit in 64 bits.
    """
    if not len(unit):
        return SetsOverTime(*(np.zeros(0, dtype=np.int64) for _ in range(4)))
    codes, names = pd.factorize(unit)
    low = int(first.min())
    periods = int(last.max()) - low + 2
    begins = pack(pack(codes.astype(np.int64), first - low, periods), thing * 2 + 1, 2 * things)
    ends = pack(pack(codes.astype(np.int64), last + 1 - low, periods), thing * 2, 2 * things)
    event = np.sort(np.concatenate([begins, ends]))
    moment, kind = np.divmod(event, 2 * things)
    members = _running_sets(kind, things)
    # After the last event of a moment the set holds until the next moment.
    closing = np.append(moment[1:] != moment[:-1], True)
    moment, members = moment[closing], members[closing]
    changes = _changes(moment // periods, members)
    owner, since = np.divmod(moment[changes], periods)
    members = members[changes]
    # The last moment of a unit has the empty set, so what follows a set is always of the same unit.
    held = np.flatnonzero(members)
    return SetsOverTime(
        np.asarray(names)[owner[held]], since[held] + low, since[held + 1] + low - 1, members[held]
    )


def _running_sets(kind: Ints, things: int) -> Ints:
    """After each event, the set of things of which at least one stretch runs."""
    members = np.zeros(len(kind), dtype=np.int64)
    for thing in range(things):
        step = (kind == 2 * thing + 1).astype(np.int64) - (kind == 2 * thing)
        members |= (np.cumsum(step) > 0).astype(np.int64) << thing
    return members


def _changes(owner: Ints, members: Ints) -> NDArray[np.bool_]:
    """Where a set differs from the one before it, or a unit begins."""
    new = np.ones(len(owner), dtype=bool)
    new[1:] = (owner[1:] != owner[:-1]) | (members[1:] != members[:-1])
    return new
