"""Can a world exist in which an unknown is this low, this high, or in two worlds so far apart?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from socdom.attack.program import GaveUp, Program
from socdom.attack.riddle import Floats, Riddle

LOW, HIGH, SPREAD = "laag", "hoog", "spreiding"
# Euros: "reaches" an amount when it comes within some cents.
NEAR = 0.05


@dataclass(frozen=True)
class Question:
    """What is asked of one unknown.

    Attributes:
        unknown: which.
        side: LOW: can it be at most `goal`; HIGH: at least `goal`; SPREAD: can it take values `goal` apart.
    """

    unknown: int
    side: str
    goal: float

    def put(self, riddle: Riddle) -> Riddle:
        """The riddle with the answer that is looked for as a fact: it has a world when the answer is yes."""
        near = 0.0 if riddle.whole[self.unknown] else NEAR
        if self.side == SPREAD:
            return _two_worlds(riddle, self.unknown, self.goal - near)
        low, high = riddle.low.copy(), riddle.high.copy()
        if self.side == LOW:
            high[self.unknown] = min(high[self.unknown], self.goal + near)
        else:
            low[self.unknown] = max(low[self.unknown], self.goal - near)
        return replace(riddle, low=low, high=high)

    def direction(self, riddle: Riddle) -> tuple[Riddle, Floats]:
        """The riddle (twice for SPREAD) and a cost whose lowest value tells how far the unknown can go."""
        if self.side != SPREAD:
            cost = np.zeros(len(riddle))
            cost[self.unknown] = 1.0 if self.side == LOW else -1.0
            return riddle, cost
        cost = np.zeros(2 * len(riddle))
        cost[[self.unknown, len(riddle) + self.unknown]] = 1.0, -1.0
        return _twice(riddle), cost


def world_of(riddle: Riddle) -> Floats | None:
    """A world that fits, checked exactly; None when there is none.

    First any numbers; whole numbers only where that gives a fraction, as it takes longer.

    Raises:
        GaveUp: the limits of the solver were met, or what it found does not bear the exact check.
    """
    if (riddle.low > riddle.high).any():
        return None
    for whole in (False, True):
        world = Program(riddle, whole=whole).world()
        if world is None:
            return None
        world = rounded(riddle, world)
        if fits(riddle, world):
            return world
    raise GaveUp


def rounded(riddle: Riddle, world: Floats) -> Floats:
    """Counts that are whole but for the solver's own tolerance, as whole numbers."""
    near = np.round(world)
    return np.where(riddle.whole & (np.abs(world - near) < 1e-5), near, world)


def fits(riddle: Riddle, world: Floats) -> bool:
    """Whether a world is within all bounds and relations."""
    return not (riddle.outside(world).any() or riddle.broken(world).any())


def _twice(riddle: Riddle) -> Riddle:
    """Two worlds beside each other."""
    pair = {name: np.tile(getattr(riddle, name), 2) for name in ("low", "high", "whole", "shown")}
    return Riddle(
        **pair,
        row_low=np.tile(riddle.row_low, 2),
        row_high=np.tile(riddle.row_high, 2),
        relation=np.concatenate([riddle.relation, riddle.relation + riddle.relations]),
        unknown=np.concatenate([riddle.unknown, riddle.unknown + len(riddle)]),
        coefficient=np.tile(riddle.coefficient, 2),
    )


def _two_worlds(riddle: Riddle, unknown: int, apart: float) -> Riddle:
    """Two worlds of which the second has the unknown so much higher."""
    pair = _twice(riddle)
    return replace(
        pair,
        row_low=np.append(pair.row_low, apart),
        row_high=np.append(pair.row_high, np.inf),
        relation=np.append(pair.relation, [pair.relations] * 2),
        unknown=np.append(pair.unknown, [unknown, len(riddle) + unknown]),
        coefficient=np.append(pair.coefficient, [-1.0, 1.0]),
    )
