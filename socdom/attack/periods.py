"""What one period says of another.

A stock is that of the quarter before, with who came and without who went. What happens once adds up to the year, and
who is counted once in a year was there in at least one quarter. This holds for the municipality as a whole: in a
year people move. Of groups by age it holds only as far as nobody becomes too young.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from socdom.attack.counts import EVERYBODY, IN_ORDER, Count, rows_within
from socdom.attack.draft import Draft
from socdom.attack.grid import Grid, Ints
from socdom.attack.ways import LAWS

_AT_END = ("stock", "open", "stay", "beyond")


def periods(draft: Draft) -> None:
    """Add what periods say of each other."""
    for place, count in enumerate(draft.grid.counts):
        if count.ages == EVERYBODY:
            _balance(draft, place, count)
            _later(draft, place, count)
        if count.what == "inflow":
            _begun(draft, place, count)
        if count.every == "jaar":
            _year(draft, place, count)


def _balance(draft: Draft, place: int, count: Count) -> None:
    """What was open, and what came, and what went."""
    grid = draft.grid
    if count.what == "open" and count.setting in IN_ORDER:
        came, went = (replace(count, what="event", setting=(day,)) for day in count.setting)
    elif count.what == "stay" and count.where == count.joined[2]:
        came, went = (replace(count, what=what) for what in ("inflow", "outflow"))
    else:
        return
    if came in grid.place and went in grid.place:
        moved = [(_town(grid, grid.place[came]), -1.0), (_town(grid, grid.place[went]), 1.0)]
        terms = [(_town(grid, place), 1.0), (_before(grid, place), -1.0), *moved]
        draft.add(f"{grid.names[place]}, begin en einde", terms, 0, 0)


def _later(draft: Draft, place: int, count: Count) -> None:
    """Who has help on the last day of a quarter, has it in the next."""
    grid = draft.grid
    if count.what != "stock" or count.unit != "persons":
        return
    for whole, other in enumerate(grid.counts):
        if other.what == "active" and other.every == count.every and rows_within(count, other):
            terms = [(_town(grid, whole), 1.0), (_before(grid, place), -1.0)]
            draft.add(f"{grid.names[place]} en {grid.names[whole]}, een kwartaal later", terms, 0, np.inf)


def _begun(draft: Draft, place: int, count: Count) -> None:
    """Who has help in a quarter had it when it began, or begins: nearly always, so a reader takes it so.

    Who moves, or is of another age by then, can make it fewer than the two together; then nothing is said.
    """
    grid = draft.grid
    active, stock = (replace(count, what=what, setting=(), joined=()) for what in ("active", "stock"))
    if active not in grid.place or stock not in grid.place:
        return
    whole, part, earlier = grid.place[active], grid.place[stock], grid.earlier(1)
    over = grid.true[whole] - grid.true[part][:, earlier] - grid.true[place]
    terms = [
        (grid.unknown[whole], 1.0),
        (shifted(grid.unknown[part], earlier), -1.0),
        (grid.unknown[place], -1.0),
    ]
    table = f"{grid.names[whole]}, {grid.names[part]} een kwartaal eerder en {grid.names[place]}"
    draft.add(table, terms, 0, np.where(over == 0, 0, np.inf), (over >= 0) & (earlier >= 0))


def _year(draft: Draft, place: int, count: Count) -> None:
    grid = draft.grid
    quarterly = replace(count, every="kwartaal")
    if quarterly not in grid.place:
        return
    town = _town(grid, place)
    parts = list(_quarters(grid, grid.place[quarterly]))
    table = f"{grid.names[place]} en {grid.names[grid.place[quarterly]]} per kwartaal"
    if count.what in _AT_END:
        if count.ages == EVERYBODY:
            draft.add(table, [(town, 1.0), (parts[-1], -1.0)], 0, 0)
        return
    sums = [(town, 1.0), *((part, -1.0) for part in parts)]
    if _adds_up(count):
        draft.add(table, sums, 0, 0)
        return
    at_least, at_most = _holds_quarters(count), _held_by_quarters(count)
    if at_least:
        for part in parts:
            draft.add(table, [(town, 1.0), (part, -1.0)], 0, np.inf)
    if at_most:
        draft.add(table, sums, -np.inf, 0)


def _adds_up(count: Count) -> bool:
    """Whether everything counted happens in one quarter."""
    once = count.unit in ("rows", "euros") and count.what in ("event", "within", "finished", "amount")
    return count.ages == EVERYBODY and (once or count.what in ("inflow", "outflow", "reentry"))


def _holds_quarters(count: Count) -> bool:
    """Whether who counts in a quarter, counts in the year: an upper age is that on the first day, so no bar."""
    if count.what == "overlap":
        sets = count.codes("wetten")
        return sets is None or _more_laws_stay(sets)
    return count.what in ("active", "event") and count.ages[0] == 0


def _held_by_quarters(count: Count) -> bool:
    """Whether who counts in the year, counts in one of its quarters."""
    if count.what == "overlap":
        return count.codes("wetten") is None
    return count.what in ("active", "event") and count.ages[1] == np.inf


def _more_laws_stay(sets: frozenset[str]) -> bool:
    """Whether a set of laws with one more is always among the sets too."""
    grown = {"_".join(sorted({*one.split("_"), law})) for one in sets for law in LAWS}
    return grown <= sets


def _town(grid: Grid, place: int) -> Ints:
    return grid.unknown[place][grid.town]


def _before(grid: Grid, place: int) -> Ints:
    """The numbers of the quarter before."""
    return shifted(_town(grid, place), grid.earlier(1))


def _quarters(grid: Grid, place: int) -> Iterator[Ints]:
    """The numbers of each of the four quarters, at the place of the year."""
    for number in range(4):
        yield shifted(_town(grid, place), grid.quarters_of_years[:, number])


def shifted(unknown: Ints, period: Ints) -> Ints:
    """The unknowns (areas, periods) of another period; -1 where that is not there."""
    return np.where(period >= 0, unknown[:, period], -1)
