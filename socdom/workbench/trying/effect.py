"""What protection would do to the figures of a definition, and to those of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from socdom.areas import level_of
from socdom.editions.model import FIGURE_KEY, HIDDEN_STATUS, SHOWN_STATUSES
from socdom.workbench.trying.protecting import Shielded

_KEY = list(FIGURE_KEY)


@dataclass(frozen=True)
class Part:
    """The figures of a level (dimension "") or of a breakdown, counted.

    Attributes:
        shown: with a number.
        small: hidden on their own account: too few persons, cases or clients, or all but a few.
        beside: hidden because another figure could be worked out from them.
        empty: unknown, or cannot exist.
    """

    level: str
    dimension: str
    shown: int
    small: int
    beside: int
    empty: int


def parts(found: Shielded, indicator: str) -> tuple[Part, ...]:
    """What happens to each level and breakdown, in the order of the figures."""
    figures = found.of(indicator)
    own = found.own.to_numpy()[found.figures["indicator"].eq(indicator).to_numpy()]
    grouped = figures.assign(own=own, level=figures["area"].map(level_of)).groupby(
        ["level", "dimension"], sort=False
    )
    return tuple(_part(level, dimension, rows) for (level, dimension), rows in grouped)


def _part(level: str, dimension: str, rows: pd.DataFrame) -> Part:
    hidden = rows["status"].eq(HIDDEN_STATUS)
    shown = rows["status"].isin(SHOWN_STATUSES)
    return Part(
        level,
        dimension,
        shown=int(shown.sum()),
        small=int((hidden & rows["own"]).sum()),
        beside=int((hidden & ~rows["own"]).sum()),
        empty=int((~shown & ~hidden).sum()),
    )


def cost_to_others(before: Shielded, after: Shielded, indicator: str) -> tuple[tuple[str, int], ...]:
    """Id of each other indicator → how many of its figures are hidden more, where there are any."""
    hidden = [found.figures[found.figures["status"].eq(HIDDEN_STATUS)] for found in (before, after)]
    were, are = (set(frame[_KEY].itertuples(index=False, name=None)) for frame in hidden)
    return tuple(_counted(sorted(key[0] for key in are - were if key[0] != indicator)))


def _counted(names: list[str]) -> Iterator[tuple[str, int]]:
    for name in dict.fromkeys(names):
        yield name, names.count(name)
