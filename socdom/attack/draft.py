"""Relations as they are collected: many at once, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.attack.grid import Bools, Floats, Grid, Ints

# An unknown per relation and its coefficient; -1 says that the number is not there.
Term = tuple[Ints, float]


@dataclass
class Draft:
    """Collects relations about the numbers of a grid.

    Attributes:
        grid: with the names of the periods.
    """

    grid: Grid
    _low: list[Floats] = field(default_factory=list)
    _high: list[Floats] = field(default_factory=list)
    _table: list[NDArray[np.object_]] = field(default_factory=list)
    _terms: list[tuple[Ints, Ints, Floats]] = field(default_factory=list)
    _size: int = 0

    def add(
        self,
        table: str,
        terms: Sequence[Term],
        low: float | Floats,
        high: float | Floats,
        where: Bools | None = None,
    ) -> None:
        """Add a relation for every area and period in which all its numbers are there.

        Args:
            table: Dutch name of what says so; the period is put behind it.
            terms: unknowns of shape (areas, periods), or of some of the areas, and their coefficients.
            low, high: between which the sum lies.
            where: of the same shape; False where there is no relation.
        """
        use = np.ones(terms[0][0].shape, dtype=bool) if where is None else where.copy()
        for unknown, _ in terms:
            use &= unknown >= 0
        names = np.broadcast_to(np.array([table], dtype=object), use.shape)[use]
        periods = np.broadcast_to(np.array(self.grid.periods, dtype=object), use.shape)[use]
        each = [(unknown[use], coefficient) for unknown, coefficient in terms]
        limits = (np.broadcast_to(limit, use.shape)[use] for limit in (low, high))
        self.add_each(names, periods, each, *limits)

    def add_each(
        self,
        tables: NDArray[np.object_],
        periods: NDArray[np.object_],
        terms: Sequence[Term],
        low: float | Floats,
        high: float | Floats,
    ) -> None:
        """Add a relation for every entry; as `add`, with the name and period of each."""
        count = len(tables)
        if not count:
            return
        self._low.append(np.broadcast_to(low, count).astype(float))
        self._high.append(np.broadcast_to(high, count).astype(float))
        self._table.append(tables + ", " + periods)
        number = np.arange(self._size, self._size + count)
        for unknown, coefficient in terms:
            self._terms.append((number, unknown.astype(np.int64), np.full(count, coefficient)))
        self._size += count

    def relations(self) -> pd.DataFrame:
        """All relations: low, high and table."""
        if not self._size:
            return pd.DataFrame({"low": [], "high": [], "table": []}).astype({"table": object})
        columns: dict[str, list[Any]] = {"low": self._low, "high": self._high, "table": self._table}
        return pd.DataFrame({name: np.concatenate(parts) for name, parts in columns.items()})

    def terms(self) -> pd.DataFrame:
        """All terms: relation, unknown and coefficient, in order of relation; a pair stands there once."""
        names, types = ("relation", "unknown", "coefficient"), (np.int64, np.int64, np.float64)
        columns = {
            name: np.concatenate([np.zeros(0, dtype=kind), *(part[place] for part in self._terms)])
            for place, (name, kind) in enumerate(zip(names, types, strict=True))
        }
        terms = pd.DataFrame(columns).sort_values(["relation", "unknown"], kind="stable")
        twice = terms.duplicated(["relation", "unknown"], keep=False).any()
        if twice:
            terms = terms.groupby(["relation", "unknown"], as_index=False)["coefficient"].sum()
        return terms.reset_index(drop=True)
