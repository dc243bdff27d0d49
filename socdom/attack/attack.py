"""The attack on a whole release: all blocks of facts, and the figures it shares with earlier releases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import chain

import pandas as pd

from socdom.attack.facts import facts_of
from socdom.attack.model import NOTHING_KNOWN, Attack, Facts, Finding, Key, Narrowed, Release
from socdom.attack.revisions import revision_findings
from socdom.attack.solve import Solved, solve
from socdom.editions.model import FIGURE_KEY

# So many numbers in a relation say which of two is the larger; more are a sum.
_OF_TWO = 2


def attack(
    release: Release,
    truth: pd.DataFrame,
    *,
    known_safe: Set[str] = frozenset(),
    known: pd.DataFrame = NOTHING_KNOWN,
) -> Attack:
    """Try to find what a release hides, with all that an outsider has.

    Args:
        truth: FIGURE_KEY + numerator, denominator and base of all figures, unprotected.
        known_safe: `safe` of earlier attacks; what is unchanged since is not attacked anew. Whoever has such a
            hash can check a guess with it, so they are kept where the registrations are and nowhere else.
        known: counts of which more is known without this release than may be, see `known`: of those it may tell no
            more than that.

    Raises:
        AssertionError: the true figures do not fit what the facts say of them.
    """
    blocks = [(facts, solve(facts, known_safe)) for facts in facts_of(release, truth, known)]
    return put_together(blocks, revision_findings(release, truth))


def put_together(blocks: list[tuple[Facts, Solved]], revisions: tuple[Finding, ...] = ()) -> Attack:
    """One answer for all blocks; blocks look at the same quarters around a year, and those count once."""
    cells = {cell for facts, _ in blocks for cell in _cells(facts.unknowns)}
    protected = {cell for facts, _ in blocks for cell in _cells(facts.unknowns.loc[facts.targets["unknown"]])}
    found = chain.from_iterable(_findings(facts, solved) for facts, solved in blocks)
    return Attack(
        findings=tuple(dict.fromkeys([*found, *revisions])),
        cells=len(cells),
        protected=len(protected),
        solved=sum(solved.programs for _, solved in blocks),
        given_up=sum(solved.given_up for _, solved in blocks),
        safe=frozenset().union(*(solved.safe for _, solved in blocks)),
    )


def _cells(unknowns: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    return unknowns.loc[:, [*FIGURE_KEY, "part"]].astype(object).itertuples(index=False, name=None)


def _findings(facts: Facts, solved: Solved) -> Iterator[Finding]:
    """What was narrowed, by the names of figures and tables instead of numbers."""
    keys = list(facts.unknowns.loc[:, list(FIGURE_KEY)].astype(object).itertuples(index=False, name=None))
    tables = facts.relations["table"].tolist()
    amounts = facts.unknowns["amount"].tolist()
    for narrowed in solved.narrowed:
        yield Finding(
            kind="bedrag" if amounts[narrowed.unknown] else "aantal",
            key=keys[narrowed.unknown],
            tables=tuple(dict.fromkeys(tables[number] for number in narrowed.relations)),
            shown=_named(keys, narrowed.shown) or _named(keys, _beside(facts, narrowed)),
        )


def _beside(facts: Facts, narrowed: Narrowed) -> list[int]:
    """The shown numbers in a sum with a hidden one that takes part, and is known to be small as it is hidden alone."""
    terms = facts.terms
    taking_part = terms.loc[terms["relation"].isin(narrowed.relations), "unknown"].unique()
    alone = taking_part[facts.unknowns.loc[taking_part, "alone"].to_numpy(dtype=bool)]
    numbers = terms["relation"].value_counts()
    sums = terms["relation"].isin(terms.loc[terms["unknown"].isin(alone), "relation"])
    sums &= terms["relation"].map(numbers) > _OF_TWO
    beside = terms.loc[sums, "unknown"].unique()
    return sorted(beside[facts.unknowns.loc[beside, "shown"].to_numpy(dtype=bool)].tolist())


def _named(keys: list[Key], numbers: Iterable[int]) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(keys[number] for number in numbers))
