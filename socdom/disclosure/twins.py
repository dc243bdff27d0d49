"""Figures of different indicators that are the same count: what is hidden in one is hidden in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.disclosure.families import Cell


@dataclass(frozen=True)
class Twins:
    """Figures about the same count, in the same period and area.

    Attributes:
        row: positions of the figures that have a twin.
        group: of each, which count it is; 0 ≤ group < size.
        size: number of counts.
    """

    row: np.ndarray
    group: np.ndarray
    size: int

    @classmethod
    def of(cls, frame: pd.DataFrame, shown: pd.Series, same: Mapping[Cell, str]) -> Twins:
        """Find them.

        Args:
            frame: figures.
            shown: figures that protection is about.
            same: indicator, dimension and category → name of what is counted.
        """
        mine = frame["indicator"].isin({indicator for indicator, _, _ in same}) & shown
        rows = frame.loc[mine, ["indicator", "dimension", "category"]]
        names = pd.Series(
            [same.get(cell) for cell in rows.itertuples(index=False, name=None)], rows.index, dtype=object
        )
        names = names.dropna()
        keys = frame.loc[names.index, ["period", "area"]].assign(name=names)
        group = keys.groupby(["period", "area", "name"], sort=False).ngroup().to_numpy()
        return cls(names.index.to_numpy(), group, int(group.max(initial=-1)) + 1)

    def together(self, hidden: np.ndarray) -> np.ndarray:
        """A mask of hidden figures in which twins are alike: hidden as soon as one of them is."""
        some = np.zeros(self.size, dtype=bool)
        some[self.group[hidden[self.row]]] = True
        alike = hidden.copy()
        alike[self.row] |= some[self.group]
        return alike
