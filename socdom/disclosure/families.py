"""Families: a total and the figures it can be taken apart into.

A gemeente and its wijken, a wijk and its buurten (same indicator, period and category), an area and the
categories of one breakdown, or what else is known to add up (`sums`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pandas as pd

from socdom.disclosure.policy import KEY

Cell = tuple[str, str, str]
_PARENT_LENGTH = {"WK": 6, "BU": 8}
_PARENT_PREFIX = {"WK": "GM", "BU": "WK"}


@dataclass(frozen=True)
class Families:
    """Members of families as parallel arrays; a row can be in two families.

    Attributes:
        row: position of the child in the figures.
        family: number of its family, 0 … count - 1.
        total: per family the position of the total.
        areas: per family: its children are areas, so that a person is in one of them only.
        count: number of families.
    """

    row: np.ndarray
    family: np.ndarray
    total: np.ndarray
    areas: np.ndarray

    @property
    def count(self) -> int:
        return len(self.total)

    def sum(self, values: np.ndarray) -> np.ndarray:
        """Sum over the children of each family; `values` has one entry per figure."""
        return np.bincount(self.family, weights=values[self.row].astype(float), minlength=self.count)

    def largest(self, values: np.ndarray) -> np.ndarray:
        """The largest over the children of each family, at least 0; `values` has one entry per figure."""
        found = np.zeros(self.count)
        np.maximum.at(found, self.family, values[self.row].astype(float))
        return found


def families_of(
    frame: pd.DataFrame, member: pd.Series, sums: Mapping[Cell, Sequence[Cell]] = MappingProxyType({})
) -> Families:
    """All families whose total is among the figures.

    Args:
        frame: figures.
        member: Boolean per figure: may be in a family.
        sums: indicator, dimension and category → those of the figures that add up to it, per area and period.
    """
    keys = frame.loc[member, KEY].assign(row=np.flatnonzero(member))
    prefix = keys["area"].str[:2]
    by_area = keys[prefix.isin(_PARENT_PREFIX)]
    by_area = by_area.assign(area=[_parent(code) for code in by_area["area"]])
    by_category = keys[keys["dimension"].ne("")]
    by_category = by_category.assign(part=by_category["dimension"], dimension="", category="")
    children = pd.concat([by_area.assign(part=""), by_category, *_listed(keys, sums)], ignore_index=True)
    joined = children.merge(keys.rename(columns={"row": "total"}))
    family, unique = pd.factorize(pd.MultiIndex.from_frame(joined[["total", "part"]]))
    totals = np.array([total for total, _ in unique], dtype=np.int64)
    areas = np.array([part == "" for _, part in unique], dtype=bool)
    return Families(joined["row"].to_numpy(dtype=np.int64), family, totals, areas)


def _listed(keys: pd.DataFrame, sums: Mapping[Cell, Sequence[Cell]]) -> list[pd.DataFrame]:
    """The children of each sum, with the names of their total."""
    names = ["indicator", "dimension", "category"]
    found = []
    for total, parts in sums.items():
        wanted = pd.DataFrame(parts, columns=names).astype("str")
        part = keys.merge(wanted).assign(**dict(zip(names, total, strict=True)))
        found.append(part.assign(part=f"som {total}"))
    return found


def _parent(code: str) -> str:
    prefix = code[:2]
    return _PARENT_PREFIX[prefix] + code[2 : _PARENT_LENGTH[prefix]]
