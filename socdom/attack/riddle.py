"""The facts as arrays: which worlds fit them, what hangs together, and what stands around an unknown."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from socdom.attack.model import Facts

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

# Euros. Amounts are whole eurocents, so a cent more or less makes no other world.
CENT = 0.01


@dataclass(frozen=True)
class Riddle:
    """Unknowns between bounds, and relations: sums of unknowns between bounds.

    Attributes:
        low, high: bounds of each unknown (n,); whole numbers for a count.
        whole: per unknown: a count.
        shown: per unknown: its bounds come from a published figure.
        row_low, row_high: bounds of each relation (m,).
        relation, unknown, coefficient: the terms, as parallel arrays.
    """

    low: Floats
    high: Floats
    whole: Bools
    shown: Bools
    row_low: Floats
    row_high: Floats
    relation: Ints
    unknown: Ints
    coefficient: Floats

    @classmethod
    def of(cls, facts: Facts) -> Riddle:
        """Read the facts; counts get whole bounds, and so do relations of counts only."""
        terms = facts.terms
        relation, unknown = (terms[name].to_numpy(dtype=np.int64) for name in ("relation", "unknown"))
        riddle = cls(
            low=facts.unknowns["low"].to_numpy(dtype=float),
            high=facts.unknowns["high"].to_numpy(dtype=float),
            whole=~facts.unknowns["amount"].to_numpy(dtype=bool),
            shown=facts.unknowns["shown"].to_numpy(dtype=bool),
            row_low=facts.relations["low"].to_numpy(dtype=float),
            row_high=facts.relations["high"].to_numpy(dtype=float),
            relation=relation,
            unknown=unknown,
            coefficient=terms["coefficient"].to_numpy(dtype=float),
        )
        exact = riddle.exact()
        return replace(
            riddle,
            low=np.where(riddle.whole, np.ceil(riddle.low), riddle.low),
            high=np.where(riddle.whole, np.floor(riddle.high), riddle.high),
            row_low=np.where(exact, np.ceil(riddle.row_low), riddle.row_low),
            row_high=np.where(exact, np.floor(riddle.row_high), riddle.row_high),
        )

    def __len__(self) -> int:
        return len(self.low)

    @property
    def relations(self) -> int:
        """How many relations there are."""
        return len(self.row_low)

    @property
    def free(self) -> Bools:
        """Per unknown: it can still be more than one number."""
        return self.low < self.high

    def exact(self) -> Bools:
        """Per relation: counts with whole coefficients only, so that it is checked without any tolerance."""
        odd = ~self.whole[self.unknown] | (self.coefficient != np.round(self.coefficient))
        return np.bincount(self.relation, weights=odd, minlength=self.relations) == 0

    def sums(self, world: Floats) -> Floats:
        """What each relation comes to; sums of counts are exact, as floats hold whole numbers up to 2^53."""
        parts = self.coefficient * world[self.unknown]
        return np.bincount(self.relation, weights=parts, minlength=self.relations).astype(float)

    def broken(self, world: Floats) -> Bools:
        """Per relation: the world does not fit it. Amounts may be a cent off, other fractions one in a billion."""
        sums = self.sums(world)
        size = np.bincount(
            self.relation,
            weights=np.abs(self.coefficient * world[self.unknown]),
            minlength=self.relations,
        )
        euros = np.bincount(self.relation, weights=~self.whole[self.unknown], minlength=self.relations) > 0
        slack = np.where(self.exact(), 0.0, np.where(euros, CENT, 1e-9) + 1e-9 * size)
        return (sums < self.row_low - slack) | (sums > self.row_high + slack)

    def outside(self, world: Floats) -> Bools:
        """Per unknown: not between its bounds, or no whole number where it is a count."""
        slack = np.where(self.whole, 0.0, CENT)
        fraction = self.whole & (world != np.round(world))
        return (world < self.low - slack) | (world > self.high + slack) | fraction

    def chosen(self, relations: Bools, unknowns: Bools) -> tuple[Riddle, Ints]:
        """A smaller riddle: some relations with all unknowns in them, and some unknowns more.

        Returns:
            The riddle, and which unknowns are in it (their numbers here, rising).
        """
        terms = relations[self.relation]
        mine = unknowns.copy()
        mine[self.unknown[terms]] = True
        columns = np.flatnonzero(mine)
        number = np.cumsum(mine) - 1
        row_number = np.cumsum(relations) - 1
        return (
            Riddle(
                low=self.low[columns],
                high=self.high[columns],
                whole=self.whole[columns],
                shown=self.shown[columns],
                row_low=self.row_low[relations],
                row_high=self.row_high[relations],
                relation=row_number[self.relation[terms]],
                unknown=number[self.unknown[terms]],
                coefficient=self.coefficient[terms],
            ),
            columns,
        )

    def touching(self, unknowns: Bools) -> Bools:
        """Relations with at least one of these unknowns."""
        found = np.zeros(self.relations, dtype=bool)
        found[self.relation[unknowns[self.unknown]]] = True
        return found

    def within(self, relations: Bools) -> Bools:
        """Unknowns that are free and stand in at least one of these relations."""
        found = np.zeros(len(self), dtype=bool)
        found[self.unknown[relations[self.relation]]] = True
        return found & self.free

    def components(self) -> Ints:
        """Per unknown a number that free unknowns share when relations join them (0, 1, …, in order of first).

        What is known already joins nothing: it is a number, and stands alone.
        """
        root = list(range(len(self)))

        def find(place: int) -> int:
            while root[place] != place:
                root[place] = root[root[place]]
                place = root[place]
            return place

        joins = self.free[self.unknown]
        order = np.argsort(self.relation[joins], kind="stable")
        relation = self.relation[joins][order].tolist()
        unknown = self.unknown[joins][order].tolist()
        for place in range(1, len(relation)):
            if relation[place] == relation[place - 1]:
                one, other = find(unknown[place - 1]), find(unknown[place])
                root[max(one, other)] = min(one, other)
        return np.unique([find(place) for place in range(len(self))], return_inverse=True)[1]
