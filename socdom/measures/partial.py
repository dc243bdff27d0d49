"""What the rows of some persons add to the figures, such that parts can be summed.

The persons of a municipality can be counted part by part: in turn, so that they need not fit in memory, or on
several machines. Whatever cannot be summed, such as a median, is made at the end from what can: how often
each number of days occurs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.spans import Spans
from socdom.stats.contributors import Contributors

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Counted:
    """Stretches laid out over groups: what a kind counts.

    Attributes:
        rows: the prepared rows of the kind, numbered from 0; `spans.row` points into them.
        spans: `first` and `last` are numbered from the first period of the run, and lie within the run.
        group: of each stretch, 0 ≤ group < shape[0].
        shape: number of groups and number of periods.
        first_days, last_days: day number of the first and the last day of each period.
    """

    rows: pd.DataFrame
    spans: Spans
    group: Ints
    shape: tuple[int, int]
    first_days: Ints
    last_days: Ints

    @property
    def cells(self) -> Ints:
        """The cell (group × periods + period) of each event: of a stretch, that of its first period."""
        return self.group * self.shape[1] + self.spans.first


@dataclass(frozen=True)
class Partial:
    """Sums over a part of the persons.

    Attributes:
        counts: name → int64 array of shape (groups, periods).
        keyed: integer columns by an index of (cell, key, …), where a cell is group × periods + period;
            None when the kind needs none.
        clients: name → the persons that euros are about, in arrays of shape (groups, periods). Who has the most of
            two parts is the one with the most in one of them, as a person is in one part only.
    """

    counts: Mapping[str, Ints] = field(default_factory=dict)
    keyed: pd.DataFrame | None = None
    clients: Mapping[str, Contributors] = field(default_factory=dict)

    def __add__(self, other: Partial) -> Partial:
        """The sums over both parts; they have no person in common."""
        counts = {name: array + other.counts[name] for name, array in self.counts.items()}
        clients = {name: some + other.clients[name] for name, some in self.clients.items()}
        return Partial(counts, _added(self.keyed, other.keyed), clients)


@dataclass(frozen=True)
class Sums:
    """What the rows of some persons add to the figures of one indicator.

    Attributes:
        present: of everything that must have been delivered, whether there are rows of it.
        partials: one for each way of grouping: the levels of the indicator, then its breakdowns.
    """

    present: tuple[bool, ...]
    partials: tuple[Partial, ...]

    def __add__(self, other: Sums) -> Sums:
        """The sums over both parts; they have no person in common."""
        present = tuple(one or two for one, two in zip(self.present, other.present, strict=True))
        pairs = zip(self.partials, other.partials, strict=True)
        return Sums(present, tuple(one + two for one, two in pairs))


def _added(one: pd.DataFrame | None, other: pd.DataFrame | None) -> pd.DataFrame | None:
    if one is None or other is None:
        return one if other is None else other
    both = pd.concat([one, other])
    return both.groupby(level=list(range(both.index.nlevels)), observed=True).sum()
