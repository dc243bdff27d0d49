"""What an outsider knows of a hidden count before a release is made: from the earlier ones.

Rows that come in late move counts, and with them what earlier releases tell. A total that stays at 15 while it is 12
says 11 to 19, as a figure stays while its count is near. When one more comes in, whoever takes it for 13 to 17 is right
again. Beside a wijk that stands as 10 that leaves at least 1 for the other wijk, which was hidden and had room down to
0. No release said more than it might; what they say together came of what moved since. Nothing that is hidden now takes
that back, and to refuse every later release would keep nothing secret. So of such a count something else is asked: that
the new release tells no more of it than is known without it.

Only releases that survived this attack on their own day count for that. Another one may have shown too much itself, and
that is for people to settle.

Method: the riddle of a release that shows nothing, beside those earlier releases. What cannot be as low (or as high) as
it should is asked again one higher (lower), until there is a world. Nothing is taken as known without a proof.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

import pandas as pd

from socdom.attack.facts import facts_of
from socdom.attack.model import NOTHING_KNOWN, Facts, Finding, Key, Release
from socdom.attack.question import LOW
from socdom.attack.solve import METHOD, solve
from socdom.editions.model import FIGURE_KEY, HIDDEN_STATUS

_KEY = list(FIGURE_KEY)
_MISSING_STATUS = "ontbreekt"


def known_already(release: Release, truth: pd.DataFrame, findings: Sequence[Finding]) -> pd.DataFrame:
    """Between which numbers the counts of some findings lie without this release, where that is narrower than may be.

    Args:
        release: what an outsider has. Of its `earlier` those states count of which the column `survived` names the
            method of this attack; without the column none does.
        truth: FIGURE_KEY, numerator, denominator and base of all figures, unprotected.
        findings: of the attack on `release`; only those of kind "aantal" are looked at.

    Returns:
        FIGURE_KEY, part, low and high (persons, cases or rows): the lowest and highest number that can be asked of each
        count that is known better than may be. Without those of a year in which the solver gave up.
    """
    asked = {finding.key for finding in findings if finding.kind == "aantal"}
    bare = replace(release, figures=_nothing_shown(release), earlier=_survived(release.earlier))
    found = [_known(facts, asked) for facts in facts_of(bare, truth)]
    return pd.concat([NOTHING_KNOWN, *(rows for rows in found if len(rows))], ignore_index=True)


def _nothing_shown(release: Release) -> pd.DataFrame:
    """The figures of a release as if all were hidden; the number of inhabitants beside a count is public."""
    figures = release.figures
    of_inhabitants = {item.id for item in release.descriptions if item.protection == "personen"}
    there = figures["status"].ne(_MISSING_STATUS)
    return figures.assign(
        numerator=figures["numerator"].mask(there),
        denominator=figures["denominator"].mask(there & ~figures["indicator"].isin(of_inhabitants)),
        value=figures["value"].mask(there),
        status=figures["status"].mask(there, HIDDEN_STATUS),
    )


def _survived(earlier: pd.DataFrame) -> pd.DataFrame:
    return earlier[earlier["survived"].eq(METHOD)] if "survived" in earlier else earlier.iloc[:0]


def _known(facts: Facts, asked: Set[Key]) -> pd.DataFrame:
    """What can be asked at most of the counts of some figures, of those that are narrowed in one block."""
    keys = pd.MultiIndex.from_frame(facts.unknowns.loc[facts.targets["unknown"], _KEY])
    wanted = keys.isin(asked) & facts.targets["spread"].eq(0).to_numpy()
    wanted &= ~facts.unknowns.loc[facts.targets["unknown"], "amount"].to_numpy(dtype=bool)
    first = facts.targets[wanted].set_index("unknown", drop=False)
    targets = first
    # Comes to an end: the true number is always possible.
    while len(targets):
        solved = solve(replace(facts, targets=targets.reset_index(drop=True)))
        if solved.given_up:
            return NOTHING_KNOWN
        if not solved.narrowed:
            break
        targets = targets.copy()
        for narrowed in solved.narrowed:
            side, step = ("low", 1) if narrowed.side == LOW else ("high", -1)
            targets.loc[narrowed.unknown, side] += step
    moved = targets[targets[["low", "high"]].ne(first[["low", "high"]]).any(axis=1)]
    return facts.unknowns.loc[moved.index, [*_KEY, "part"]].assign(low=moved["low"], high=moved["high"])
