"""Worlds that fit all facts, and how far each unknown goes in those that were seen.

A world is a witness: it shows of every unknown in it that it can have that value. So one world answers many
questions, and no answer "this is safe" rests on a solver: a world counts only after it has been checked, in whole
numbers. Unknowns that no relation joins go their own way, so of one set of numbers the parts (components) that
fit are used and the others left.
"""

from __future__ import annotations

import numpy as np

from socdom.attack.question import HIGH, LOW, NEAR, SPREAD, Question, rounded
from socdom.attack.riddle import Bools, Floats, Ints, Riddle


class Seen:
    """Lowest and highest value of every unknown over the worlds so far; begins with the true one.

    Attributes:
        component: per unknown, see `Riddle.components`.
    """

    def __init__(self, riddle: Riddle, truth: Floats, component: Ints) -> None:
        self._riddle = riddle
        self.component = component
        self._row_component = _of_rows(riddle, component)
        self.truth, self.lowest, self.highest = truth, truth.copy(), truth.copy()

    def add(self, world: Floats) -> Bools:
        """Take in those components of a world that fit; per component whether it did."""
        world = rounded(self._riddle, world)
        fits = np.ones(self.component.max(initial=-1) + 1, dtype=bool)
        fits[self.component[self._riddle.outside(world)]] = False
        fits[self._row_component[self._riddle.broken(world)]] = False
        good = fits[self.component]
        np.minimum(self.lowest, world, out=self.lowest, where=good)
        np.maximum(self.highest, world, out=self.highest, where=good)
        return fits

    def answers(self, question: Question) -> bool:
        """Whether the worlds so far say yes to a question."""
        place = question.unknown
        near = 0.0 if self._riddle.whole[place] else NEAR
        if question.side == LOW:
            return bool(self.lowest[place] <= question.goal + near)
        if question.side == HIGH:
            return bool(self.highest[place] >= question.goal - near)
        return bool(self.highest[place] - self.lowest[place] >= question.goal - near)

    def wish(self, question: Question, upwards: bool) -> tuple[int, float]:
        """In which direction (-1, 1) to push the unknown, and how far; `upwards` settles it for SPREAD."""
        place = question.unknown
        if question.side == SPREAD:
            return (
                (1, self.lowest[place] + question.goal)
                if upwards
                else (-1, self.highest[place] - question.goal)
            )
        return (1, question.goal) if question.side == HIGH else (-1, question.goal)


def _of_rows(riddle: Riddle, component: Ints) -> Ints:
    """The component each relation is about; of one without any free unknown, that of one of its own."""
    found = np.zeros(riddle.relations, dtype=np.int64)
    found[riddle.relation] = component[riddle.unknown]
    free = riddle.free[riddle.unknown]
    found[riddle.relation[free]] = component[riddle.unknown[free]]
    return found
