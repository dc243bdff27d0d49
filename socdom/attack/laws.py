"""What help under several laws says of help under one of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from socdom.attack.counts import EVERYBODY, Count, Where, is_present
from socdom.attack.draft import Draft
from socdom.attack.grid import Grid
from socdom.attack.ways import LAWS

# Which rows make a person one with help under a law.
_ROWS: dict[str, tuple[str, Where]] = {
    "wmo": ("provisions", (("law", frozenset({"wmo"})),)),
    "jeugd": ("provisions", (("law", frozenset({"jeugd"})),)),
    "participatie": ("benefits", ()),
    "schulden": ("debt_trajectories", ()),
}


def laws(draft: Draft) -> None:
    """Add, for every law: combinations with it are among its clients, those without it are not."""
    grid = draft.grid
    for every in ("kwartaal", "jaar"):
        everybody = Count(every, "overlap", "persons", (), "wetten")
        combined = {
            name: place for place, count in enumerate(grid.counts) if (name := _combination(count, everybody))
        }
        for law in LAWS if combined else ():
            _one_law(draft, law, everybody, combined)


def _combination(count: Count, everybody: Count) -> str:
    """The set of laws that a count is about; "" for another count."""
    sets = count.codes("wetten") or frozenset()
    return next(iter(sets)) if len(sets) == 1 and count.without("wetten") == everybody else ""


def _one_law(draft: Draft, law: str, everybody: Count, combined: dict[str, int]) -> None:
    grid = draft.grid
    table, where = _ROWS[law]
    clients = Count(everybody.every, "active", "persons", (), table, where)
    held = [place for name, place in combined.items() if law in name.split("_")]
    others = [place for name, place in combined.items() if law not in name.split("_")]
    if clients in grid.place:
        whole = grid.place[clients]
        draft.add(_names(grid, held[0], whole), grid.rest(whole, held), 0, np.inf)
    all_laws = grid.place.get(everybody)
    if all_laws is None:
        return
    for place, count in enumerate(grid.counts):
        mine = replace(count, what="active", setting=(), joined=(), ages=EVERYBODY)
        if is_present(count) and mine.every == everybody.every and _is_part(mine, clients):
            draft.add(_names(grid, place, all_laws), grid.rest(all_laws, [*others, place]), 0, np.inf)


def _is_part(mine: Count, clients: Count) -> bool:
    rows = dict(mine.where)
    return mine.table == clients.table and all(rows.get(column) == codes for column, codes in clients.where)


def _names(grid: Grid, one: int, other: int) -> str:
    return f"{grid.names[one]} en {grid.names[other]}"
