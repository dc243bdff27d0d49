"""Why a value is excluded: a smallest set of relations and published figures that does it together.

Smallest in the sense that none of the set can be missed; another, shorter set may exist. Each of its published
figures is therefore one that, when hidden, takes this proof away.

Method: where any numbers (not only whole ones) are excluded, the duals of the lowest reachable value name the
relations and bounds it rests on. What is left is thinned by halves (QuickXplain: U. Junker, "QuickXplain: preferred
explanations and relaxations for over-constrained problems", AAAI 2004).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from socdom.attack.model import Narrowed
from socdom.attack.program import GaveUp, Program
from socdom.attack.question import SPREAD, Question, world_of
from socdom.attack.riddle import Bools, Riddle
from socdom.attack.search import No

_WEIGHS = 1e-7
# A relation (False) or a published figure (True), and its number.
_Item = tuple[bool, int]


def explained(riddle: Riddle, no: No) -> Narrowed:
    """The answer no with a set of relations and published figures that together exclude the value.

    Where the solver gave up there is no proof to make smaller, and all that was looked at is named.
    """
    part, places = riddle.chosen(no.region, np.arange(len(riddle)) == no.question.unknown)
    rows = np.flatnonzero(no.region)
    mine = int(np.searchsorted(places, no.question.unknown))
    near = _Near(part, replace(no.question, unknown=mine))
    items = [
        *((False, row) for row in range(part.relations)),
        *((True, int(n)) for n in np.flatnonzero(part.shown)),
    ]
    if not no.given_up:
        items = near.smallest(near.weighing(items))
    return Narrowed(
        unknown=no.question.unknown,
        side=no.question.side,
        relations=tuple(int(rows[number]) for published, number in items if not published),
        shown=tuple(int(places[number]) for published, number in items if published),
    )


def without(riddle: Riddle, relations: Bools, shown: Bools) -> Riddle:
    """What is left to know without some relations, and with some published figures hidden.

    Of a hidden count nobody knows more than that it is not negative; of an amount that could be negative, nothing.
    """
    taken = ~relations[riddle.relation]
    rest = replace(
        riddle,
        row_low=np.where(relations, -np.inf, riddle.row_low),
        row_high=np.where(relations, np.inf, riddle.row_high),
        relation=riddle.relation[taken],
        unknown=riddle.unknown[taken],
        coefficient=riddle.coefficient[taken],
    )
    return replace(
        rest,
        low=np.where(shown, np.where(riddle.low >= 0, 0.0, -np.inf), riddle.low),
        high=np.where(shown, np.inf, riddle.high),
    )


class _Near:
    """The relations that are known to exclude the value, and the question."""

    def __init__(self, riddle: Riddle, question: Question) -> None:
        self._riddle, self._question = riddle, question

    def excluded(self, items: list[_Item]) -> bool:
        """Whether these relations and published figures exclude the value, with all other figures hidden."""
        try:
            return world_of(self._question.put(self._left(items))) is None
        except GaveUp:
            return False

    def weighing(self, items: list[_Item]) -> list[_Item]:
        """The items that weigh in the furthest value that can be reached; all of them when those do not suffice."""
        riddle, cost = self._question.direction(self._riddle)
        program = Program(riddle, whole=False)
        program.cost(cost)
        try:
            if program.world() is None:
                return items
        except GaveUp:
            return items
        heavy_ones = [np.abs(weight) > _WEIGHS for weight in program.weights()]
        if self._question.side == SPREAD:
            heavy_ones = [np.any(both.reshape(2, -1), axis=0) for both in heavy_ones]
        unknowns, relations = heavy_ones
        heavy = [item for item in items if (unknowns if item[0] else relations)[item[1]]]
        return heavy if self.excluded(heavy) else items

    def smallest(self, items: list[_Item]) -> list[_Item]:
        """A set of items that excludes the value, none of which can be missed."""
        return [] if self.excluded([]) else sorted(self._needed([], False, items))

    def _needed(self, kept: list[_Item], new: bool, items: list[_Item]) -> list[_Item]:
        """Of `items` those that are needed beside `kept`; `new` when `kept` has grown since it was looked at."""
        if new and self.excluded(kept):
            return []
        if len(items) <= 1:
            return items
        half = len(items) // 2
        second = self._needed(kept + items[:half], True, items[half:])
        first = self._needed(kept + second, bool(second), items[:half])
        return first + second

    def _left(self, items: list[_Item]) -> Riddle:
        relations = np.ones(self._riddle.relations, dtype=bool)
        shown = self._riddle.shown.copy()
        relations[[number for published, number in items if not published]] = False
        shown[[number for published, number in items if published]] = False
        return without(self._riddle, relations, shown)
