"""What a gemeente says of its wijken and a wijk of its buurten.

In a period a person has one home, the last that is known, so persons, rows and euros of all areas add up to the total
but for who has no known address. A household may have persons in two areas.
"""

from __future__ import annotations

import numpy as np

from socdom.attack.breakdowns import known_rest
from socdom.attack.counts import Count
from socdom.attack.draft import Draft

_LEVELS = {"GM": "wijk", "WK": "buurt"}


def regions(draft: Draft, hidden_up_to: int) -> None:
    """Add what holds between every area and those of one level lower."""
    grid = draft.grid
    for parent, children in grid.parents.items():
        level = _LEVELS.get(grid.areas[parent][:2], "gebied")
        inside = list(children)
        for place, count in enumerate(grid.counts):
            if count.what in ("difference", "change") or not grid.there[place, inside].any():
                continue
            _add(draft, f"{grid.names[place]} per {level}", place, count, parent, inside, hidden_up_to)


def _add(
    draft: Draft,
    table: str,
    place: int,
    count: Count,
    parent: int,
    inside: list[int],
    hidden_up_to: int,
) -> None:
    grid = draft.grid
    there = grid.there[place, inside]
    every = there.all(axis=0)
    total, parts = grid.unknown[place, parent], [grid.unknown[place, child] for child in inside]
    rest = grid.true[place, parent] - np.where(there, grid.true[place, inside], 0).sum(axis=0)
    terms = [(total, 1.0), *((part, -1.0) for part in parts)]
    if count.unit == "euros":
        euros = np.round(rest, 2)
        persons = grid.base[place, parent] - grid.base[place, inside].sum(axis=0)
        # As `known_rest`: of a total of a few clients nobody is sure what part of it is missing.
        unsure = grid.base[place, parent] <= hidden_up_to
        low, high = (np.where(unsure, side(euros, 0), euros) for side in (np.minimum, np.maximum))
        draft.add(table, terms, low, high, every & (persons <= hidden_up_to))
    elif count.one_home:
        low, high = known_rest(rest, grid.true[place, parent], hidden_up_to)
        draft.add(table, terms, low, high)
        _some_missing(draft, table, total, parts, there)
    else:
        draft.add(table, terms, -np.inf, np.maximum(rest, 0), rest <= hidden_up_to)
        for part in parts:
            draft.add(table, [(total, 1.0), (part, -1.0)], 0, np.inf)


def _some_missing(
    draft: Draft, table: str, total: np.ndarray, parts: list[np.ndarray], there: np.ndarray
) -> None:
    """Periods in which some areas had another border, and no figure: the others are together not more."""
    for pattern in np.unique(there, axis=1).T:
        if pattern.all() or not pattern.any():
            continue
        same = (there == pattern[:, None]).all(axis=0)
        terms = [(part, -1.0) for part, is_there in zip(parts, pattern, strict=True) if is_there]
        draft.add(table, [(total, 1.0), *terms], 0, np.inf, same)
