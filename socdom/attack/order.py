"""Numbers that are equal, and numbers that are never more than another, in the same period and area."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from socdom.attack.counts import EVERYBODY, Count, at_most
from socdom.attack.draft import Draft
from socdom.attack.grid import Grid
from socdom.attack.model import PARTS

# Columns of a line of a declaration that say the same as those of a provision.
_DECLARED = ("law", "category")
_ADULTS = (18, float("inf"))


def equal(draft: Draft, unknowns: pd.DataFrame) -> None:
    """Add that numbers which count the same are the same, and that the parts of a share are its whole.

    Args:
        unknowns: index 0 … n-1; columns first (the unknown that stands for this count), figure, part, period, table.
    """
    table, period = unknowns["table"].to_numpy(), unknowns["period"].to_numpy()
    first = unknowns["first"].to_numpy()
    again = np.flatnonzero(first != np.arange(len(first)))
    both = np.where(
        table[again] == table[first[again]], table[again], table[first[again]] + " en " + table[again]
    )
    draft.add_each(both, period[again], [(again, 1.0), (first[again], -1.0)], 0, 0)
    parts = {name: unknowns.index[unknowns["part"].eq(name)] for name in PARTS}
    rest = parts["difference"].to_numpy()
    figure = unknowns["figure"].to_numpy()
    part, whole = (
        pd.Series(parts[name], figure[parts[name]]).reindex(figure[rest]).to_numpy() for name in PARTS[:2]
    )
    draft.add_each(table[rest], period[rest], [(whole, 1.0), (part, -1.0), (rest, -1.0)], 0, 0)


def contained(draft: Draft) -> None:
    """Add that a count is never more than another that holds it; what follows from two of these is left out."""
    grid = draft.grid
    for part, whole in _direct(grid, _pairs(grid)):
        draft.add(_both(grid, part, whole), grid.rest(whole, [part]), 0, np.inf)
    for part, whole in _usual(grid):
        over = grid.true[whole] - grid.true[part]
        draft.add(_both(grid, part, whole), grid.rest(whole, [part]), 0, np.inf, over >= 0)
    for stopped, stock, active in _stopped(grid):
        over = grid.true[active] - grid.true[stock] - grid.true[stopped]
        names = ", ".join(grid.names[place] for place in (active, stock, stopped))
        draft.add(names, grid.rest(active, [stock, stopped]), 0, np.where(over == 0, 0, np.inf), over >= 0)
    for part, whole in _nearly(grid):
        same = grid.true[whole] == grid.true[part]
        draft.add(_both(grid, part, whole), grid.rest(whole, [part]), 0, 0, same)


def _both(grid: Grid, one: int, other: int) -> str:
    names = dict.fromkeys((grid.names[one], grid.names[other]))
    return " en ".join(names)


def _pairs(grid: Grid) -> dict[int, set[int]]:
    """Count → the counts it never exceeds."""
    tables: dict[tuple[str, str], list[int]] = {}
    for place, count in enumerate(grid.counts):
        tables.setdefault((count.every, count.table), []).append(place)
    laws = [place for place, count in enumerate(grid.counts) if count.what == "overlap"]
    found = {}
    for place, count in enumerate(grid.counts):
        others = {*tables[(count.every, count.table)], *laws}
        found[place] = {other for other in others if at_most(count, grid.counts[other])}
    return found


def _direct(grid: Grid, above: dict[int, set[int]]) -> Iterator[tuple[int, int]]:
    """The pairs without another count between them that is there wherever both are."""
    there = [int.from_bytes(np.packbits(mask).tobytes()) for mask in grid.there]
    below: dict[int, set[int]] = {place: set() for place in above}
    for part, wholes in above.items():
        for whole in wholes:
            below[whole].add(part)
    for part, wholes in above.items():
        for whole in sorted(wholes):
            both = there[part] & there[whole]
            between = (wholes & below[whole]) - {part, whole}
            if both and not any(both & ~there[middle] == 0 for middle in between):
                yield part, whole


def _usual(grid: Grid) -> Iterator[tuple[int, int]]:
    """Counts of which one is nearly always at most the other, and a reader may take it so: no definition says it.

    The persons in the declarations are clients of that help; a household in a welfare payment has an adult in it.
    """
    for place, count in enumerate(grid.counts):
        if count.table == "declarations" and count.unit == "persons" and not _other_columns(count):
            clients = replace(count, what="active", setting=(), table="provisions")
            if clients in grid.place:
                yield place, grid.place[clients]
        if count.what == "stock" and count.unit == "households" and count.ages == EVERYBODY:
            for ages in (EVERYBODY, _ADULTS):
                persons = replace(count, unit="persons", ages=ages)
                if persons in grid.place:
                    yield place, grid.place[persons]


def _other_columns(count: Count) -> bool:
    return any(column not in _DECLARED for column, _ in count.where)


def _stopped(grid: Grid) -> Iterator[tuple[int, int, int]]:
    """Who stops, who has help on the last day, and who had it in the period: mostly one of the first two, never both.

    Who stops and begins again soon is in none of the first two, so together they can be fewer.
    """
    for place, count in enumerate(grid.counts):
        if count.what == "outflow":
            active, stock = (replace(count, what=what, setting=(), joined=()) for what in ("active", "stock"))
            if active in grid.place and stock in grid.place:
                yield place, grid.place[stock], grid.place[active]


def _nearly(grid: Grid) -> Iterator[tuple[int, int]]:
    """Persons whose help begins, and the rows with which it does: mostly one each. Lines mostly name a provider."""
    for place, count in enumerate(grid.counts):
        if count.what == "inflow":
            rows = replace(count, what="event", unit="rows", setting=("start",))
            if rows in grid.place:
                yield place, grid.place[rows]
        everybody = count.without("aanbieder")
        if everybody != count and everybody in grid.place:
            yield place, grid.place[everybody]
