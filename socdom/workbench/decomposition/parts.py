"""A change in parts: what each group added, with nothing about a group of a few persons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.stats.mcnemar import chance_of_difference
from socdom.workbench.decomposition.groupings import SMALL
from socdom.workbench.decomposition.items import BEFORE, NOW, Items

# A chance below this, divided over all parts that are looked at (Bonferroni): of twenty parts one is found by chance.
CHANCE = 0.05


@dataclass(frozen=True)
class Part:
    """What one group added to a change.

    Attributes:
        label: name of the group.
        effects: what it added, one number for each of `Split.effects`, in the unit of the figure.
        before, now: number of units, euros or the figure of the group itself; None when it has none.
        chance: of such a difference by coincidence; None when that cannot be told.
        group: False for what is no group, such as a rest.
    """

    label: str
    effects: tuple[float, ...]
    before: float | None = None
    now: float | None = None
    chance: float | None = None
    group: bool = True

    @property
    def change(self) -> float:
        return sum(self.effects)


@dataclass(frozen=True)
class Split:
    """A change in parts, largest first.

    Attributes:
        name: under which it can be asked.
        title: Dutch title.
        parts: they add up to `change`, unless one of them is a rest.
        change: of the figure, in its unit.
        effects: what each number of a part is.
        notes: Dutch sentences that belong to it.
        behind: what `before` and `now` of a part are, a Dutch heading without "eerst" or "nu".
        form, decimals: how `before` and `now` are written, in a format of `socdom.dutch`.
    """

    name: str
    title: str
    parts: tuple[Part, ...]
    change: float
    effects: tuple[str, ...] = ("Verschil",)
    notes: tuple[str, ...] = ()
    behind: str = "Aantal"
    form: str = "aantal"
    decimals: int = 0

    @property
    def limit(self) -> float:
        """Chance under which a part is called larger than coincidence."""
        return CHANCE / max(1, sum(part.chance is not None for part in self.parts))

    def beyond_chance(self, part: Part) -> bool | None:
        """Whether a part is larger than coincidence; None when that cannot be told."""
        return None if part.chance is None else part.chance < self.limit

    def frame(self) -> pd.DataFrame:
        """The parts as a table for pandas: group, an effect a column, their sum, share of the change, chance."""
        whole = self.change or np.nan
        return pd.DataFrame(
            [
                {
                    "groep": part.label,
                    **(dict(zip(self.effects, part.effects, strict=True)) if len(self.effects) > 1 else {}),
                    "verschil": part.change,
                    "aandeel": part.change / whole,
                    "kans": part.chance,
                }
                for part in self.parts
            ]
        )


def ordered(parts: list[Part]) -> tuple[Part, ...]:
    """Largest first, up or down; groups of the same size by name, what is no group at the end."""
    return tuple(sorted(parts, key=lambda part: (not part.group, -abs(part.change), part.label)))


def grouped(
    items: Items, labels: pd.Series, least: int, *, shares: bool = False
) -> tuple[pd.DataFrame, pd.Series]:
    """Sums of every group before and now, without a group of fewer persons than `least`.

    Small groups go together, and with the next smallest as long as they are few together: of one group of one person
    all others together would tell.

    Args:
        shares: the figure is a part of a count: then that part is not few either, as a share of a group tells it to who
            knows how large the group is.

    Returns:
        index label, columns part0, whole0, persons0, part1, whole1, persons1; and the labels after gathering.
    """
    labels = labels.astype(object)
    while True:
        table = _summed(items, labels)
        few = _is_few(table, least, shares=shares)
        if not few.any() or len(table) == 1:
            return table, labels
        small = set(table.index[few])
        if small == {SMALL}:
            rest = table.drop(index=SMALL)
            small.add((rest["persons0"] + rest["persons1"]).idxmin())
        elif len(small) == 1 and SMALL not in table.index:
            rest = table.drop(index=list(small))
            small.add((rest["persons0"] + rest["persons1"]).idxmin())
        labels = labels.where(~labels.isin(small), SMALL)


def too_few(items: Items, least: int, *, shares: bool = False) -> bool:
    """Whether so few persons are behind the figure that it is neither told nor divided; `shares` as of `grouped`."""
    table = _summed(items, pd.Series(SMALL, index=items.table.index))
    return table.empty or bool(_is_few(table, least, shares=shares).any())


def chances(items: Items, labels: pd.Series) -> dict[str, float]:
    """Of each group the chance that as many came and went by coincidence; see `socdom.stats.mcnemar`."""
    keys = items.table.assign(label=labels)[["moment", "label", "unit"]].drop_duplicates()
    both = keys.duplicated(["label", "unit"], keep=False)
    alone = keys[~both].groupby(["label", "moment"]).size().unstack(fill_value=0)
    alone = alone.reindex(columns=[BEFORE, NOW], fill_value=0)
    found = {label: chance_of_difference(int(row[NOW]), int(row[BEFORE])) for label, row in alone.iterrows()}
    return {label: found.get(label, 1.0) for label in keys["label"].unique()}


def _is_few(table: pd.DataFrame, least: int, *, shares: bool) -> pd.Series:
    counts = table[["persons0", "persons1", *(("part0", "part1") if shares else ())]]
    return ((counts > 0) & (counts < least)).any(axis=1)


def _summed(items: Items, labels: pd.Series) -> pd.DataFrame:
    """Per group and moment: the sums over units, each unit once, and how many persons there are."""
    lines = items.table.assign(label=labels)
    once = lines.drop_duplicates(
        ["moment", "unit", "label", "row"] if _adds(items) else ["moment", "unit", "label"]
    )
    sums = once.groupby(["label", "moment"])[["part", "whole"]].sum()
    sums["persons"] = lines.groupby(["label", "moment"])["person"].nunique()
    wide = sums.unstack("moment", fill_value=0)
    columns = {
        f"{name}{moment}": _column(wide, name, moment)
        for name in ("part", "whole", "persons")
        for moment in (BEFORE, NOW)
    }
    return pd.DataFrame(columns, index=wide.index)


def _adds(items: Items) -> bool:
    """Whether rows of one unit add up, as euros do, and not count once."""
    return "amount" in items.rows


def _column(wide: pd.DataFrame, name: str, moment: int) -> pd.Series:
    key = (name, moment)
    return wide[key] if key in wide else pd.Series(0, index=wide.index)
