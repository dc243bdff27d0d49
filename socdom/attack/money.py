"""What euros say of each other over the years: a change is the one amount less the other, and its parts add up."""

from __future__ import annotations

from dataclasses import replace

from socdom.attack.draft import Draft
from socdom.attack.periods import shifted


def money(draft: Draft) -> None:
    """Add what a change with a year earlier says of the amounts, and of the parts it is split into."""
    grid = draft.grid
    changes = [(place, count) for place, count in enumerate(grid.counts) if count.what == "change"]
    for place, count in changes:
        by, category = count.setting
        amount = grid.place.get(replace(count, what="amount", setting=(by,)))
        if category:
            continue
        if amount is not None:
            now, before = grid.unknown[amount], shifted(grid.unknown[amount], grid.year_before())
            terms = [(grid.unknown[place], 1.0), (now, -1.0), (before, 1.0)]
            draft.add(f"{grid.names[place]} en {grid.names[amount]}", terms, 0, 0)
        parts = [
            part
            for part, other in changes
            if part != place and replace(other, setting=count.setting) == count
        ]
        if parts:
            draft.add(grid.names[parts[0]], grid.rest(place, parts), 0, 0)
