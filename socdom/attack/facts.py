"""From an edition to the riddle: unknown numbers, what relates them, and what must not be found.

The relations follow from what figures count by definition (`cells`, `counts`), and hold in every town. Work goes in
blocks of a calendar year, with the quarter before and after, so that it is linear in the number of quarters.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from socdom.attack.breakdowns import breakdowns
from socdom.attack.cells import cells_of
from socdom.attack.draft import Draft
from socdom.attack.grid import Grid
from socdom.attack.laws import laws
from socdom.attack.model import NOTHING_KNOWN, Facts, Release
from socdom.attack.money import money
from socdom.attack.nobody import publicly_nobody
from socdom.attack.order import contained, equal
from socdom.attack.periods import periods
from socdom.attack.regions import regions
from socdom.attack.unknowns import targets_of, unknowns_of
from socdom.editions.model import FIGURE_KEY, HIDDEN_STATUS
from socdom.quarters import Quarter

_COLUMNS = [*FIGURE_KEY, "part", "amount", "shown", "alone", "low", "high", "true"]


def facts_of(release: Release, truth: pd.DataFrame, known: pd.DataFrame = NOTHING_KNOWN) -> Iterator[Facts]:
    """Make the riddle of an edition, a block for each calendar year.

    Args:
        release: what an outsider has.
        truth: FIGURE_KEY, numerator, denominator and base, unprotected, for every figure of the release.
        known: as of `targets_of`.
    """
    if not cells_of(release.descriptions):
        return  # figures that others published hold no riddle
    unknowns, draft = drafted(release, truth)
    relations, terms = draft.relations(), draft.terms()
    targets = targets_of(unknowns, release.rules, known)
    targets = targets[~publicly_nobody(unknowns, relations, terms)[targets["unknown"]]]
    year = unknowns["period"].str[:4]
    for name in sorted(year.unique()):
        asked = targets[year.eq(name).to_numpy()[targets["unknown"]]]
        if len(asked):
            yield _block(unknowns, relations, terms, asked, _window(unknowns, name))


def drafted(release: Release, truth: pd.DataFrame) -> tuple[pd.DataFrame, Draft]:
    """All unknowns and all relations, of all years together."""
    cells = cells_of(release.descriptions)
    unknowns = unknowns_of(release, truth, cells)
    grid = Grid.of(unknowns, cells, release.areas)
    draft = Draft(grid)
    equal(draft, unknowns.assign(first=grid.first))
    contained(draft)
    breakdowns(draft, release.rules.hidden_up_to)
    regions(draft, release.rules.hidden_up_to)
    laws(draft)
    periods(draft)
    money(draft)
    few = release.rules.hidden_up_to
    alone = _alone(unknowns, draft.terms(), few)
    high = unknowns["high"].mask(alone, unknowns["high"].clip(upper=few))
    return unknowns.assign(high=high, alone=alone), draft


def _alone(unknowns: pd.DataFrame, terms: pd.DataFrame, hidden_up_to: int) -> np.ndarray:
    """Which counts are known to be small, as with no other hidden one beside it a count was not hidden for another.

    Beside it are those in the same sum. Of a sum with a second hidden number, nobody can see which of the two is small.
    """
    hidden = (unknowns["status"].eq(HIDDEN_STATUS) & ~unknowns["amount"]).to_numpy()
    relation, unknown = terms["relation"].to_numpy(), terms["unknown"].to_numpy()
    size, gone = np.bincount(relation), np.bincount(relation, weights=hidden[unknown])
    company = np.zeros(len(unknowns), dtype=bool)
    company[unknown[(size > 2)[relation] & (gone > 1)[relation]]] = True
    few = (unknowns["true"] <= hidden_up_to).to_numpy()
    return hidden & ~company & ~unknowns["statistic"].to_numpy() & few


def _window(unknowns: pd.DataFrame, year: str) -> np.ndarray:
    """Unknowns that matter for a year: its own, a quarter to both sides, and a year of euros for their changes."""
    first = Quarter(int(year), 1)
    near = {year, *(str(first + number) for number in range(-1, 5))}
    around = unknowns["period"].str[:4].isin([str(int(year) - 1), str(int(year) + 1)])
    return (unknowns["period"].isin(near) | (unknowns["amount"] & around)).to_numpy()


def _block(
    unknowns: pd.DataFrame,
    relations: pd.DataFrame,
    terms: pd.DataFrame,
    targets: pd.DataFrame,
    inside: np.ndarray,
) -> Facts:
    """The part with these unknowns, numbered anew; a relation with another unknown in it falls out."""
    number = np.cumsum(inside) - 1
    kept = np.ones(len(relations), dtype=bool)
    kept[terms["relation"].to_numpy()[~inside[terms["unknown"].to_numpy()]]] = False
    place = np.cumsum(kept) - 1
    mine = terms[kept[terms["relation"].to_numpy()]]
    return Facts(
        unknowns=unknowns.loc[inside, _COLUMNS].reset_index(drop=True),
        relations=relations[kept].reset_index(drop=True),
        terms=mine.assign(relation=place[mine["relation"]], unknown=number[mine["unknown"]]).reset_index(
            drop=True
        ),
        targets=targets.assign(unknown=number[targets["unknown"]]).reset_index(drop=True),
    )
