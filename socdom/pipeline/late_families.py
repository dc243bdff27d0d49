"""Amounts that add up must stay together, or the one that is new gives away the one that stays.

When the amount of the municipality takes in all late bills and one wijk stays as it was for the bills of one client,
the total less the wijken has grown by just those bills. So of what stays in a family of amounts, the bills together
must be of enough clients; else one more part stays, the one with the fewest clients, and when that does not help the
total. What is left is held against what was left before, so it counts what came in since each of the days on which an
amount of the family came to stand as it does. A change with a year earlier stays with the two amounts it is the
difference of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, permutations

import numpy as np
import pandas as pd

from socdom.areas import level_of
from socdom.disclosure.dominance import group_dominated
from socdom.disclosure.policy import Policy
from socdom.editions.model import FIGURE_KEY
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Declared
from socdom.quarters import year_earlier

_CLIENTS = ["numerator", "largest", "two_largest"]
# The lines an amount is made of, instead of the indicator; then as FIGURE_KEY.
_Place = tuple[str, str, str, str, str]
ClientsSince = Callable[[pd.DataFrame], pd.DataFrame]


@dataclass(frozen=True)
class _Family:
    """An amount and what has to do with it, as positions.

    Attributes:
        total: the amount.
        parts: those that add up to it.
        disjoint: a client can be in one part only.
        tied: there is nothing among the parts that could stay instead: if one stays, the total stays.
    """

    total: int
    parts: tuple[int, ...]
    disjoint: bool = False
    tied: bool = False


@dataclass(frozen=True)
class _Look:
    """A family, and for each of its parts the row with the clients of the bills since some day."""

    family: _Family
    rows: tuple[int, ...]


def with_families(
    figures: pd.DataFrame, indicators: Sequence[Indicator], clients_since: ClientsSince, policy: Policy
) -> pd.Series:
    """Which figures stay as they were, with those that must stay for the sake of others.

    That all figures of a family stay is always safe: together they tell what they told before.

    Args:
        figures: FIGURE_KEY, kind, `shown` (it was, and can stay so), `unsure` (it was not, and may be now, with all
            its bills), `day` since which it stands so and `stays` by itself.
        indicators: their definitions.
        clients_since: of figures with a day the clients of the bills since then: numerator (euros of all clients,
            whether added or taken off), base, largest and two_largest.
        policy: the thresholds.

    Returns:
        Boolean per figure.
    """
    looks, moments = _looks(figures, list(_families(figures, indicators)))
    bills = clients_since(
        figures.iloc[moments["place"]].assign(day=moments["day"].to_numpy()).reset_index(drop=True)
    )
    chosen = _Chosen(figures, bills, policy)
    # A list: each family is looked at in every round.
    while any([chosen.stay_together(look) for look in looks]):
        pass
    return pd.Series(chosen.stays, index=figures.index)


def _looks(figures: pd.DataFrame, families: Sequence[_Family]) -> tuple[list[_Look], pd.DataFrame]:
    """The families with the days since which the bills of their parts count, and those parts and days: place and day.

    What the total leaves of the parts can be held against what it left at two moments. When each part that stays came
    to stand as it does: since its own day, and for a part that was never shown since the first of the days of the
    others, as one of them may come in later than the total did. And when the total was last made: since that day.
    """
    day, shown = figures["day"].tolist(), figures["shown"].tolist()
    moments: dict[tuple[int, pd.Timestamp], int] = {}
    looks = []
    for family in families:
        last = day[family.total]
        if pd.isna(last):
            continue
        first = min([last, *(day[part] for part in family.parts if shown[part])])
        since = [[day[part] if shown[part] else first for part in family.parts]]
        if not family.tied:
            since.append([max(day[part], last) if shown[part] else last for part in family.parts])
        for days in since:
            rows = tuple(
                moments.setdefault(one, len(moments)) for one in zip(family.parts, days, strict=True)
            )
            looks.append(_Look(family, rows))
    return looks, pd.DataFrame(list(moments), columns=["place", "day"])


class _Chosen:
    """Which figures stay; grows only, so that it comes to an end."""

    def __init__(self, figures: pd.DataFrame, bills: pd.DataFrame, policy: Policy) -> None:
        self.policy = policy
        self.stays = figures["stays"].to_numpy(dtype=bool, copy=True)
        self._shown = figures["shown"].to_numpy(dtype=bool)
        self._unsure = figures["unsure"].to_numpy(dtype=bool)
        self._base = bills["base"].to_numpy(dtype=float)
        self._clients = bills[_CLIENTS]

    def stay_together(self, look: _Look) -> bool:
        """Let more of a family stay, if it must; returns whether something changed."""
        family = look.family
        if not self._shown[family.total] and not self._unsure[family.total]:
            return False
        row = {part: row for part, row in zip(family.parts, look.rows, strict=True) if self._base[row]}
        moves = [part for part in row if self._may_change(part)]
        if self.stays[family.total]:
            self.stays[moves] = True
            return bool(moves)
        left = [part for part in row if not self._may_change(part)]
        sure = [part for part in left if not self._unsure[part]]
        # It must be enough whether the others appear or not.
        for some in (sure,) if family.tied else (sure, left):
            if some and (family.tied or not self._enough([row[part] for part in some], family.disjoint)):
                more = self._also(some, moves, row, family)
                self.stays[more] = True
                return bool(more)
        return False

    def _may_change(self, place: int) -> bool:
        return bool(self._shown[place] and not self.stays[place])

    def _also(self, left: list[int], moves: list[int], row: Mapping[int, int], family: _Family) -> list[int]:
        """Parts that must stay as well, fewest clients first; the total when that is not enough, if it can."""
        if not family.tied:
            moves = sorted(moves, key=lambda part: (self._base[row[part]], part))
            for number in range(1, len(moves) + 1):
                if self._enough([row[part] for part in left + moves[:number]], family.disjoint):
                    return moves[:number]
        return [family.total] if self._shown[family.total] else []

    def _enough(self, rows: list[int], disjoint: bool) -> bool:
        """Whether the bills of some parts together are of enough clients, and not mostly of one or two."""
        base = self._base[rows]
        # Where a client can be in several parts, there are at least as many as in one of them.
        clients = base.sum() if disjoint else base.max()
        group = np.zeros(len(rows), dtype=np.int64)
        mostly = group_dominated(self._clients.iloc[rows], group, np.array([disjoint]), self.policy)
        return bool(clients > self.policy.hidden_up_to and not mostly[0])


def _families(figures: pd.DataFrame, indicators: Sequence[Indicator]) -> Iterator[_Family]:
    """Totals with areas, with categories, and years with quarters; the same amount twice; changes with two amounts."""
    lines = {
        item.id: f"{item.measure.selection!r} {item.measure.by}"
        for item in indicators
        if isinstance(item.measure, Declared) and item.id in set(figures["indicator"])
    }
    keys = list(figures[list(FIGURE_KEY)].astype(object).itertuples(index=False, name=None))
    changes = figures["kind"].eq("verschil").to_numpy()
    added = figures["kind"].isin(["bedrag", "gemiddelde"]).to_numpy()
    at: dict[_Place, list[int]] = defaultdict(list)
    for place, (indicator, *rest) in enumerate(keys):
        if added[place]:
            at[lines[indicator], *rest].append(place)
    yield from _twice(at)
    yield from _added_up(at)
    for place, (indicator, period, *rest) in enumerate(keys):
        if changes[place]:
            pair = [
                at.get((lines[indicator], when, rest[0], "", "")) for when in (period, year_earlier(period))
            ]
            yield _Family(place, tuple(chain.from_iterable(found for found in pair if found)), tied=True)


def _twice(at: Mapping[_Place, list[int]]) -> Iterator[_Family]:
    """Amounts that stand in two tables."""
    for places in at.values():
        for one, other in permutations(places, 2):
            yield _Family(one, (other,), disjoint=True)


def _added_up(at: Mapping[_Place, list[int]]) -> Iterator[_Family]:
    """Every amount with each way in which it falls apart."""
    parts: dict[tuple[_Place, str], list[int]] = defaultdict(list)
    for key, places in at.items():
        for whole, way in _wholes(key):
            if whole in at:
                parts[whole, way].append(places[0])
    for (whole, way), found in parts.items():
        disjoint = way in ("wijk", "buurt") or (way in DIMENSIONS and bool(DIMENSIONS[way].ages))
        for total in at[whole]:
            yield _Family(total, tuple(found), disjoint=disjoint)


def _wholes(key: _Place) -> Iterator[tuple[_Place, str]]:
    """What an amount is a part of, and by which division."""
    lines, period, area, dimension, category = key
    if dimension:
        yield (lines, period, area, "", ""), dimension
    level = level_of(area)
    if level == "buurt":
        yield (lines, period, f"WK{area[2:8]}", dimension, category), level
    if level == "wijk":
        yield (lines, period, f"GM{area[2:6]}", dimension, category), level
    if "Q" in period:
        yield (lines, period[:4], area, dimension, category), "jaar"
