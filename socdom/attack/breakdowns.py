"""What a total says of its categories, and they of it; also across indicators that count the same rows.

Of rows, and of euros, the categories of a column add up. A person can have help of two kinds, so of persons no
category exceeds the total (`contained`) and the total does not exceed the sum. By age persons add up: everybody has
one age on the first day of the period.

A total may hold some that stand in no category: a birth date or a code is not known. Nobody outside knows how many.
But up to `hidden_up_to` of them would not be missed, so a reader who takes the table as complete would be right, or
nearly so; then the true rest is taken as known. With more it is only known that there are more. Of a total that is
itself of a few nobody can be that sure: one person without a known address would say that it is not 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from socdom.attack.counts import EVERYBODY, Count, at_most
from socdom.attack.draft import Draft
from socdom.attack.grid import Bools, Floats, Grid
from socdom.attack.ways import COMBINATIONS

_FLOWS = ("inflow", "outflow", "reentry")
_CENT = 0.005
_ALL_SETS = frozenset("_".join(sorted(laws)) for laws in COMBINATIONS)


def breakdowns(draft: Draft, hidden_up_to: int) -> None:
    """Add what holds between every count and the parts of it that are published."""
    grid = draft.grid
    done: set[tuple[int, tuple[int, ...]]] = set()
    for column, group in _groups(grid):
        members = {place for family in grid.families for place in family}
        others = [place for place in group if place not in members]
        for whole in _wholes(grid, column, group):
            found = [*_families(grid, column, group, whole), _disjoint(grid, column, others, whole)]
            for parts, complete in found:
                if len(parts) > (0 if complete else 1) and (whole, parts) not in done:
                    done.add((whole, parts))
                    _add(draft, column, whole, parts, hidden_up_to, complete=complete)
        _no_more_than_rows(draft, column, group)


def _no_more_than_rows(draft: Draft, column: str, group: list[int]) -> None:
    """Who stands in several categories has a row in each, so together they are no more than the rows.

    Mostly everybody has one row of a kind, and then the persons of all categories are just the rows.
    """
    grid = draft.grid
    if column == "ages" or grid.counts[group[0]].parts_add_up:
        return
    rows = [place for place, count in enumerate(grid.counts) if count.unit == "rows"]
    for family in grid.families:
        for whole in rows if set(family) <= set(group) else ():
            parts = [place for place in family if _has_rows(grid, column, place, whole)]
            if len(parts) > 1:
                table = f"{grid.names[parts[0]]} en {grid.names[whole]}"
                draft.add(table, grid.rest(whole, parts), 0, np.inf)


def _has_rows(grid: Grid, column: str, part: int, whole: int) -> bool:
    """Whether everybody in a category has a row of that category in a total of rows."""
    count = grid.counts[part]
    codes = count.codes(column) or frozenset()
    return _within(grid, column, part, whole) and at_most(count, grid.counts[whole].only(column, codes))


def known_rest(rest: Floats, whole: Floats, hidden_up_to: int) -> tuple[Floats, Floats]:
    """Between which numbers a reader can place what is in a total and in none of its parts.

    Args:
        rest: how many there are.
        whole: the true total.
    """
    few, most = rest <= hidden_up_to, np.maximum(rest, 0)
    sure = np.where(whole <= hidden_up_to, 0, most)
    return np.where(few, sure, hidden_up_to + 1), np.where(few, most, np.inf)


def _groups(grid: Grid) -> Iterator[tuple[str, list[int]]]:
    """Counts that are alike but for the codes of one column, or the ages."""
    found: dict[tuple[str, Count], list[int]] = {}
    for place, count in enumerate(grid.counts):
        if count.what in ("difference", "change"):
            continue
        for column, _ in count.where:
            found.setdefault((column, count.without(column)), []).append(place)
        if count.ages != EVERYBODY:
            found.setdefault(("ages", count.without("ages")), []).append(place)
    yield from ((column, group) for (column, _), group in found.items())


def _wholes(grid: Grid, column: str, group: list[int]) -> list[int]:
    """The counts that can be a total in a group: its own, and the one without a limit."""
    whole = grid.place.get(grid.counts[group[0]].without(column))
    return group if whole is None else [whole, *group]


def _within(grid: Grid, column: str, part: int, whole: int) -> bool:
    """Whether one has fewer codes, or a smaller range of ages, than the other."""
    one, other = grid.counts[part], grid.counts[whole]
    if column == "ages":
        return one.ages != other.ages and other.ages[0] <= one.ages[0] and one.ages[1] <= other.ages[1]
    mine, wider = one.codes(column), other.codes(column)
    return mine is not None and (wider is None or mine < wider)


def _families(
    grid: Grid, column: str, group: list[int], whole: int
) -> Iterator[tuple[tuple[int, ...], bool]]:
    """The categories of each breakdown that are part of a total, and whether they are all of it."""
    for family in grid.families:
        if set(family) <= set(group):
            parts = tuple(place for place in family if _within(grid, column, place, whole))
            yield parts, bool(parts) and _complete(grid, column, parts, whole, everything=parts == family)


def _complete(grid: Grid, column: str, parts: tuple[int, ...], whole: int, *, everything: bool) -> bool:
    """Whether parts are all of a total, but for what has no known code or age."""
    counts, total = [grid.counts[place] for place in parts], grid.counts[whole]
    if column == "ages":
        ages = sorted(count.ages for count in counts)
        joined = all(before[1] + 1 == after[0] for before, after in zip(ages, ages[1:], strict=False))
        return joined and (ages[0][0], ages[-1][1]) == total.ages
    codes = total.codes(column)
    if codes is None and column == "wetten":
        # Whoever has help at all has it under one law or more; numbers and combinations begin at two.
        codes = _ALL_SETS
    if codes is None:
        return everything
    return frozenset().union(*(count.codes(column) or frozenset() for count in counts)) == codes


def _disjoint(grid: Grid, column: str, group: Sequence[int], whole: int) -> tuple[tuple[int, ...], bool]:
    """Parts of a total that have no code in common, such as those of two shares of the same rows; largest first."""
    if column == "ages":
        return (), False
    chosen: list[int] = []
    taken: frozenset[str] = frozenset()
    parts = [place for place in group if _within(grid, column, place, whole)]
    for place in sorted(parts, key=lambda place: -len(grid.counts[place].codes(column) or ())):
        codes = grid.counts[place].codes(column) or frozenset()
        if not codes & taken:
            chosen.append(place)
            taken |= codes
    return tuple(chosen), taken == grid.counts[whole].codes(column)


def _add(
    draft: Draft, column: str, whole: int, parts: tuple[int, ...], hidden_up_to: int, *, complete: bool
) -> None:
    grid, count = draft.grid, draft.grid.counts[whole]
    terms = grid.rest(whole, parts)
    rest = grid.true[whole] - sum(grid.true[part] for part in parts)
    adds_up = count.one_home if column == "ages" else count.parts_add_up
    table = grid.names[parts[0]]
    if count.unit == "euros":
        if complete:
            draft.add(table, terms, 0, 0, np.abs(rest) < _CENT)
    elif adds_up:
        low, high = known_rest(rest, grid.true[whole], hidden_up_to) if complete else (0, np.inf)
        draft.add(table, terms, low, high)
    elif complete:
        few = np.maximum(rest, 0) <= hidden_up_to
        draft.add(table, terms, _sure(count, rest), np.maximum(rest, 0), few)


def _sure(count: Count, rest: Floats) -> Floats | float:
    """Who begins or ends nearly always does so with one row: a reader who takes that as certain is often right."""
    exact: Bools = rest == 0
    return np.where(exact, 0, -np.inf) if count.what in _FLOWS else -np.inf
