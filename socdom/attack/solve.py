"""One block of facts: which of its targets can be narrowed, and which parts of it are safe.

Parts (components) that no relation joins are looked at apart, and a part that was found safe before and has not
changed is skipped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Set
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from socdom.attack.explain import explained
from socdom.attack.model import Facts, Narrowed
from socdom.attack.riddle import Bools, Floats, Ints, Riddle
from socdom.attack.search import Search, questions_of
from socdom.attack.worlds import Seen
from socdom.editions.model import FIGURE_KEY

# Goes up when what is asked of a part, or what counts as safe, changes.
METHOD = "aanval/1"


@dataclass(frozen=True)
class Solved:
    """What came of a block.

    Attributes:
        narrowed: targets that are known better than may be, with why.
        programs: linear and integer programs that were solved.
        given_up: how many of `narrowed` are there only because the limits of the solver were met.
        safe: hashes of the parts in which nothing can be narrowed.
    """

    narrowed: tuple[Narrowed, ...]
    programs: int
    given_up: int
    safe: frozenset[str]


def solve(facts: Facts, known_safe: Set[str] = frozenset()) -> Solved:
    """Attack one block.

    Raises:
        AssertionError: the true figures do not fit what the facts say of them; names the table, and no number.
    """
    whole = Riddle.of(facts)
    truth = facts.unknowns["true"].to_numpy(dtype=float)
    _check_truth(facts, whole, truth)
    component = whole.components()
    prints = _fingerprints(facts, whole, component)
    wanted = [number for number, text in prints.items() if text not in known_safe]
    part = _only(whole, np.isin(component, wanted))
    places = part.unknowns
    targets = facts.targets[np.isin(component[facts.targets["unknown"]], wanted)]
    search = Search(part.riddle, Seen(part.riddle, truth[places], component[places]))
    answers = search.answer(
        questions_of(
            part.riddle,
            np.searchsorted(places, targets["unknown"].to_numpy()),
            *(targets[name].to_numpy(dtype=float) for name in ("low", "high", "spread")),
        )
    )
    unsafe = {int(component[places[no.question.unknown]]) for no in answers}
    return Solved(
        narrowed=tuple(part.back(explained(part.riddle, no)) for no in answers),
        programs=search.solved,
        given_up=sum(no.given_up for no in answers),
        safe=frozenset(text for number, text in prints.items() if number not in unsafe),
    )


@dataclass(frozen=True)
class _Part:
    """A riddle within another, with the numbers its unknowns and relations have there."""

    riddle: Riddle
    unknowns: Ints
    relations: Ints

    def back(self, found: Narrowed) -> Narrowed:
        """The same in the numbers of the whole."""
        return replace(
            found,
            unknown=int(self.unknowns[found.unknown]),
            relations=tuple(int(self.relations[number]) for number in found.relations),
            shown=tuple(int(self.unknowns[number]) for number in found.shown),
        )


def _only(riddle: Riddle, unknowns: Bools) -> _Part:
    """The part of a riddle about some of its unknowns, which hold all of their components."""
    relations = riddle.touching(unknowns & riddle.free)
    part, places = riddle.chosen(relations, unknowns)
    return _Part(part, places, np.flatnonzero(relations))


def _check_truth(facts: Facts, riddle: Riddle, truth: Floats) -> None:
    """Facts that the true figures break are wrong, and every world found with them would prove nothing."""
    broken = facts.relations.loc[riddle.broken(truth), "table"]
    outside = facts.unknowns.loc[riddle.outside(truth), ["indicator", "part"]].astype(object)
    names = sorted({*broken, *(" ".join(row) for row in outside.itertuples(index=False, name=None))})
    assert not names, f"the true figures do not fit what is known: {'; '.join(names[:10])}"


def _fingerprints(facts: Facts, riddle: Riddle, component: Ints) -> dict[int, str]:
    """Component with targets → a hash of everything its answer depends on.

    Who has the hash and all but one of the numbers can find that one by trying, so these stay where the
    registrations are.
    """
    names = _names(facts.unknowns)
    state = [
        f"{a}:{b}:{c:d}:{d:d}"
        for a, b, c, d in zip(riddle.low, riddle.high, riddle.whole, riddle.shown, strict=True)
    ]
    full = [f"{name} {text}" for name, text in zip(names, state, strict=True)]
    lines: dict[int, list[str]] = {}
    targets = facts.targets.loc[:, ["unknown", "low", "high", "spread"]]
    for unknown, low, high, spread in targets.itertuples(index=False, name=None):
        lines.setdefault(int(component[unknown]), []).append(f"doel {full[unknown]} {low} {high} {spread}")
    for place in np.flatnonzero(np.isin(component, list(lines))).tolist():
        lines[int(component[place])].append(f"onbekend {full[place]}")
    for number, row in _rows(riddle, full):
        if (mine := lines.get(int(component[number]))) is not None:
            mine.append(row)
    return {
        number: hashlib.sha256("\n".join([METHOD, *sorted(texts)]).encode()).hexdigest()
        for number, texts in lines.items()
    }


def _names(unknowns: pd.DataFrame) -> list[str]:
    """A name for each unknown; a second one of the same figure and part gets a number."""
    parts = unknowns.loc[:, [*FIGURE_KEY, "part"]].astype(object)
    names = pd.Series(["|".join(row) for row in parts.itertuples(index=False, name=None)], dtype=object)
    return [f"{name}#{count}" for name, count in zip(names, names.groupby(names).cumcount(), strict=True)]


def _rows(riddle: Riddle, names: list[str]) -> list[tuple[int, str]]:
    """Each relation as text, with a free unknown it is about; relations without one tell nothing."""
    terms: dict[int, list[str]] = {}
    about: dict[int, int] = {}
    free = riddle.free
    triples = zip(riddle.relation.tolist(), riddle.unknown.tolist(), riddle.coefficient.tolist(), strict=True)
    for relation, unknown, coefficient in triples:
        terms.setdefault(relation, []).append(f"{coefficient} {names[unknown]}")
        if free[unknown]:
            about[relation] = unknown
    return [
        (unknown, f"som {riddle.row_low[row]}:{riddle.row_high[row]} {'; '.join(sorted(terms[row]))}")
        for row, unknown in about.items()
    ]
