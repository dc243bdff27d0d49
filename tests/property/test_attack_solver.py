"""The solver of the attack beside plain enumeration: every world of a small riddle, one by one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.attack.model import Facts, Narrowed
from socdom.attack.solve import solve
from tests.lib.riddles import INF, Sum, Target, Unknown, riddle

World = tuple[int, ...]
# Wide enough for every sum of the small numbers below: hiding a figure makes its number larger, never more than this.
FAR = 40


@st.composite
def riddles(draw: st.DrawFn, most: int = 4) -> Facts:
    """Counts with a true world, sums that hold in it, and targets of all kinds."""
    count = draw(st.integers(1, most))
    unknowns = []
    for _ in range(count):
        low, width = draw(st.integers(0, 3)), draw(st.integers(0, 4))
        true = draw(st.integers(low, low + width))
        unknowns.append(Unknown(true, low, low + width, shown=draw(st.booleans())))
    sums = []
    for _ in range(draw(st.integers(0, 4))):
        places = draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=count, unique=True))
        terms = {place: draw(st.sampled_from([-2, -1, 1, 1, 2, 3])) for place in places}
        value = sum(k * unknowns[place].true for place, k in terms.items())
        below, above = (draw(st.sampled_from([0, 0, 1, 2, INF])) for _ in range(2))
        sums.append(Sum(terms, value - below, value + above, f"tabel {len(sums)}"))
    targets = []
    for place in range(count):
        if draw(st.booleans()):
            targets.append(Target(place, draw(st.integers(0, 4)), draw(st.integers(0, 7))))
        else:
            targets.append(Target(place, spread=draw(st.integers(1, 3))))
    return riddle(unknowns, sums, targets)


def worlds(facts: Facts, relations: set[int], relaxed: set[int]) -> Iterator[World]:
    """Every world within the bounds that fits some of the relations, with some figures hidden."""
    rows = facts.unknowns
    ranges = [
        range(FAR + 1) if place in relaxed else range(int(low), int(high) + 1)
        for place, (low, high) in enumerate(zip(rows["low"], rows["high"], strict=True))
    ]
    sums = [
        (low, high, list(zip(terms["unknown"], terms["coefficient"], strict=True)))
        for number, (low, high) in enumerate(
            zip(facts.relations["low"], facts.relations["high"], strict=True)
        )
        if number in relations
        for terms in [facts.terms[facts.terms["relation"] == number]]
    ]
    for world in itertools.product(*ranges):
        if all(low <= sum(k * world[place] for place, k in terms) <= high for low, high, terms in sums):
            yield world


def excluded(facts: Facts, target: int, side: str, relations: set[int], relaxed: set[int]) -> bool:
    """Whether no world answers a target."""
    unknown, low, high, spread = facts.targets.loc[target]
    values = {world[int(unknown)] for world in worlds(facts, relations, relaxed)}
    if side == "spreiding":
        return max(values) - min(values) < spread
    return min(values) > low if side == "laag" else max(values) < high


def all_excluded(facts: Facts) -> set[tuple[int, str]]:
    """What a full enumeration finds."""
    found = set()
    for target, row in facts.targets.iterrows():
        for side in ("spreiding",) if row["spread"] > 0 else ("laag", "hoog"):
            if excluded(facts, target, side, set(range(len(facts.relations))), set()):
                found.add((int(row["unknown"]), side))
    return found


@settings(max_examples=100, deadline=None)
@given(riddles())
def test_the_same_targets_are_narrowed_as_by_enumeration(facts: Facts) -> None:
    solved = solve(facts)
    assert {(item.unknown, item.side) for item in solved.narrowed} == all_excluded(facts)
    assert solved.given_up == 0


@settings(max_examples=40, deadline=None)
@given(riddles(most=3))
def test_an_explanation_excludes_the_value_and_none_of_it_can_be_missed(facts: Facts) -> None:
    shown = set(facts.unknowns.index[facts.unknowns["shown"]])
    for item in solve(facts).narrowed:
        relations, needed = set(item.relations), set(item.shown)
        assert needed <= shown
        target = facts.targets.index[facts.targets["unknown"] == item.unknown][0]

        def gone(relations: set[int], needed: set[int], item: Narrowed = item, target: int = target) -> bool:
            return excluded(facts, target, item.side, relations, shown - needed)

        assert gone(relations, needed)
        assert not any(gone(relations - {one}, needed) for one in relations)
        assert not any(gone(relations, needed - {one}) for one in needed)


@settings(max_examples=25, deadline=None)
@given(riddles(), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_makes_no_difference(facts: Facts, random: object) -> None:
    order = list(range(len(facts.relations)))
    random.shuffle(order)  # type: ignore[attr-defined]
    number = {old: new for new, old in enumerate(order)}
    other = Facts(
        facts.unknowns,
        facts.relations.iloc[order].reset_index(drop=True),
        facts.terms.assign(relation=facts.terms["relation"].map(number)).iloc[::-1].reset_index(drop=True),
        facts.targets,
    )
    first, second = solve(facts), solve(other)
    assert {(i.unknown, i.side) for i in first.narrowed} == {(i.unknown, i.side) for i in second.narrowed}
    assert first.safe == second.safe


@settings(max_examples=25, deadline=None)
@given(riddles())
def test_what_was_safe_is_not_looked_at_again(facts: Facts) -> None:
    first = solve(facts)
    second = solve(facts, first.safe)
    assert second.narrowed == first.narrowed
    assert second.safe == first.safe
    if not first.narrowed:
        assert second.programs == 0


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(100, 90_000_00), st.booleans()), min_size=2, max_size=6),
    st.integers(0, 50),
    st.integers(0, 50),
)
def test_amounts_are_bounded_as_by_hand(parts: list[tuple[int, bool]], down: int, up: int) -> None:
    """A total and its parts in cents, each rounded to a thousand euros or hidden: what the others leave for one."""
    euros = [cents / 100 for cents, _ in parts]
    total = Unknown(sum(euros), *_thousand(sum(euros)), shown=True, amount=True)
    unknowns = [total] + [
        Unknown(true, 0, INF, amount=True)
        if hidden
        else Unknown(true, *_thousand(true), shown=True, amount=True)
        for true, (_, hidden) in zip(euros, parts, strict=True)
    ]
    asked = [
        Target(place, unknowns[place].true * (1 - down / 100), unknowns[place].true * (1 + up / 100))
        for place in range(1, len(unknowns))
    ]
    sums = [Sum({0: 1, **{place: -1 for place in range(1, len(unknowns))}})]
    found = {(item.unknown, item.side) for item in solve(riddle(unknowns, sums, asked)).narrowed}
    for target in asked:
        others = [item for place, item in enumerate(unknowns) if place not in (0, target.unknown)]
        mine = unknowns[target.unknown]
        least = max(mine.low, total.low - sum(item.high for item in others))
        most = min(mine.high, total.high - sum(item.low for item in others))
        for side, short in (("laag", least - target.low), ("hoog", target.high - most)):
            if abs(short) > 0.1:  # within some cents either answer will do
                assert ((target.unknown, side) in found) == (short > 0)


def _thousand(true: float) -> tuple[float, float]:
    shown = 1000 * round(true / 1000)
    return shown - 500.0, shown + 500.0
