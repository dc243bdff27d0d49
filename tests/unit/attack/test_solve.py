"""Known ways around hidden figures, each worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from socdom.attack.model import Facts
from socdom.attack.program import GaveUp, Program
from socdom.attack.solve import solve
from tests.lib.riddles import INF, Sum, Target, Unknown, riddle


def hidden(true: int) -> Unknown:
    """A count of 0 to 7 that is not shown."""
    return Unknown(true, 0, 7)


def rounded(true: int) -> Unknown:
    """A count that is shown, rounded to 5."""
    shown = 5 * ((true + 2) // 5)
    return Unknown(true, max(8, shown - 2), shown + 2, shown=True)


def exactly(true: int) -> Unknown:
    """A count that is known to all."""
    return Unknown(true, true, true, shown=True)


def narrowed(facts: Facts) -> set[tuple[int, str]]:
    return {(item.unknown, item.side) for item in solve(facts).narrowed}


HIDE = {"low": 0, "high": 7}


def test_two_equal_hidden_parts_of_a_known_total_are_found() -> None:
    # 15 = 10 + 3 + x + x, so x = 1.
    facts = riddle([hidden(1)], [Sum({0: 2}, 15 - 10 - 3, 15 - 10 - 3)], [Target(0, **HIDE)])
    assert narrowed(facts) == {(0, "laag"), (0, "hoog")}


def test_two_hidden_parts_of_nothing_are_nothing() -> None:
    facts = riddle([hidden(0), hidden(0)], [Sum({0: 1, 1: 1})], [Target(0, **HIDE), Target(1, **HIDE)])
    assert narrowed(facts) == {(0, "hoog"), (1, "hoog")}


def test_an_odd_total_of_pairs_and_one_hidden_count_is_found_by_whole_numbers_only() -> None:
    # 2 x + 2 y + z = 15: z is odd, so it is not 0. With fractions x = 7 and y = 0,5 would leave 0 for it.
    facts = riddle(
        [hidden(4), hidden(3), hidden(1)],
        [Sum({0: 2, 1: 2, 2: 1}, 15, 15)],
        [Target(0, **HIDE), Target(2, **HIDE)],
    )
    assert narrowed(facts) == {(2, "laag")}
    (item,) = solve(facts).narrowed
    assert item.relations == (0,)


def test_one_hidden_part_is_the_total_minus_the_others() -> None:
    facts = riddle(
        [rounded(43), rounded(12), rounded(12), rounded(12), hidden(7)],
        [Sum({0: 1, 1: -1, 2: -1, 3: -1, 4: -1})],
        [Target(4, **HIDE)],
    )
    # 45 - 3 × 10 = 15, each two off: between 43 - 36 = 7 and 47 - 24 = 23.
    (item,) = solve(facts).narrowed
    assert (item.unknown, item.side) == (4, "laag")
    assert item.shown == (0, 1, 2, 3)


def test_a_total_that_leaves_room_is_safe() -> None:
    facts = riddle(
        [rounded(40), rounded(12), rounded(12), rounded(12), hidden(4)],
        [Sum({0: 1, 1: -1, 2: -1, 3: -1, 4: -1})],
        [Target(4, **HIDE)],
    )
    # Between 38 - 36 = 2 and 42 - 24 = 18: not 0.
    assert narrowed(facts) == {(4, "laag")}
    two = riddle(
        [rounded(40), rounded(12), rounded(12), Unknown(12, 8, INF), hidden(4)],
        [Sum({0: 1, 1: -1, 2: -1, 3: -1, 4: -1})],
        [Target(4, **HIDE)],
    )
    assert narrowed(two) == set()


def test_stocks_and_flows_together_reveal_who_left() -> None:
    # Stock 20 → 25 with 8 in: at least 23 - 22 ... by hand: out = 18..22 + 8..12 - 23..27, so 0 to 11.
    loose = riddle(
        [rounded(20), rounded(25), rounded(8), hidden(3)],
        [Sum({0: 1, 2: 1, 3: -1, 1: -1}, table="stand, begin en einde")],
        [Target(3, **HIDE)],
    )
    assert narrowed(loose) == set()
    known = riddle(
        [exactly(20), exactly(25), rounded(8), hidden(3)],
        [Sum({0: 1, 2: 1, 3: -1, 1: -1}, table="stand, begin en einde")],
        [Target(3, **HIDE)],
    )
    # Out = in - 5 with in 8 to 12: 3 to 7.
    assert narrowed(known) == {(3, "laag")}


def test_overlapping_groups_are_joined() -> None:
    # Both = a + b - any; with all three known but for rounding the overlap is at least 8 + 8 - 12 = 4.
    facts = riddle(
        [
            Unknown(9, 8, 12, shown=True),
            Unknown(9, 8, 12, shown=True),
            Unknown(12, 8, 12, shown=True),
            hidden(6),
        ],
        [Sum({0: 1, 1: 1, 2: -1, 3: -1})],
        [Target(3, **HIDE)],
    )
    assert narrowed(facts) == {(3, "laag")}


def test_a_shown_count_that_can_be_one_number_only_is_found() -> None:
    # Four shown as 10 are at most 48; their total is shown as 50, at least 48.
    facts = riddle(
        [rounded(48), *[rounded(12)] * 4],
        [Sum({0: 1, 1: -1, 2: -1, 3: -1, 4: -1})],
        [Target(place, spread=1) for place in range(5)],
    )
    assert narrowed(facts) == {(place, "spreiding") for place in range(5)}


def test_a_count_that_is_known_is_pinned_without_any_relation() -> None:
    (item,) = solve(riddle([exactly(9)], [], [Target(0, spread=1)])).narrowed
    assert (item.side, item.relations, item.shown) == ("spreiding", (), (0,))


def test_a_proof_over_several_tables_names_them_all() -> None:
    # total = wijk + wijk, and total = zin + pgb: only both together leave pgb no room.
    facts = riddle(
        [Unknown(20, 8, 30), exactly(10), exactly(10), exactly(17), hidden(3)],
        [
            Sum({0: 1, 1: -1, 2: -1}, table="hulp per wijk"),
            Sum({0: 1, 3: -1, 4: -1}, table="hulp naar vorm"),
        ],
        [Target(4, **HIDE)],
    )
    found = solve(facts).narrowed
    assert {item.side for item in found} == {"laag", "hoog"}
    assert {item.relations for item in found} == {(0, 1)}
    assert {item.shown for item in found} == {(1, 2, 3)}


def amount(true: float, shown: float | None = None) -> Unknown:
    """Euros, rounded to a thousand or hidden."""
    if shown is None:
        return Unknown(true, 0, INF, amount=True)
    return Unknown(true, shown - 500, shown + 500, shown=True, amount=True)


def test_one_hidden_amount_beside_its_total_is_found_and_two_are_not() -> None:
    def facts(*parts: Unknown) -> Facts:
        sums = Sum({0: 1, **{place + 1: -1 for place in range(len(parts))}})
        near = Target(len(parts), 0.8 * parts[-1].true, 1.2 * parts[-1].true)
        return riddle([amount(sum(item.true for item in parts), 60_000), *parts], [sums], [near])

    one = facts(amount(30_200.17, 30_000), amount(10_000.01, 10_000), amount(19_900.0))
    assert narrowed(one) == {(3, "laag"), (3, "hoog")}
    two = facts(amount(30_200.17, 30_000), amount(10_000.01), amount(19_900.0))
    assert narrowed(two) == set()


def test_an_amount_may_come_within_some_cents_of_its_goal() -> None:
    parts = [Unknown(100, 80.04, 120, amount=True), Unknown(100, 80.1, 120, amount=True)]
    assert narrowed(riddle(parts, [], [Target(0, 80, 120), Target(1, 80, 120)])) == {(1, "laag")}


def test_a_percentage_with_its_parts_is_a_relation_with_fractions() -> None:
    # n / d shown as 12,5 % (12,45 to 12,55) of 40 known: n = 4,98 to 5,02, so 5.
    facts = riddle(
        [hidden(5), exactly(40)],
        [Sum({0: 1, 1: -0.1245}, 0, INF), Sum({0: 1, 1: -0.1255}, -INF, 0)],
        [Target(0, **HIDE)],
    )
    assert narrowed(facts) == {(0, "laag"), (0, "hoog")}


def test_facts_that_the_truth_breaks_are_told_by_table_and_without_numbers() -> None:
    wrong = riddle([hidden(4), rounded(43)], [Sum({0: 1, 1: 1}, 11, 11, table="hulp per wijk")], [])
    with pytest.raises(AssertionError, match="hulp per wijk") as told:
        solve(wrong)
    assert not any(character.isdigit() for character in str(told.value))
    outside = riddle([Unknown(9, 0, 7)], [], [])
    with pytest.raises(AssertionError, match="x numerator"):
        solve(outside)


def test_parts_that_nothing_joins_are_safe_or_not_apart() -> None:
    unknowns = [hidden(4), hidden(3), hidden(2)]
    facts = riddle(
        unknowns, [Sum({0: 1}, 4, 4), Sum({1: 1, 2: 1}, 5, 12)], [Target(n, **HIDE) for n in range(3)]
    )
    solved = solve(facts)
    assert {item.unknown for item in solved.narrowed} == {0}
    assert len(solved.safe) == 1
    again = solve(facts, solved.safe)
    assert again.narrowed == solved.narrowed
    assert again.programs < solved.programs


def test_a_part_that_changed_is_attacked_anew() -> None:
    first = solve(riddle([hidden(4), hidden(3)], [Sum({0: 1, 1: 1}, 0, 14)], [Target(0, **HIDE)]))
    changed = riddle([hidden(4), hidden(3)], [Sum({0: 1, 1: 1}, 7, 7)], [Target(0, **HIDE)])
    assert not first.narrowed
    assert solve(changed, first.safe).safe != first.safe


ROOM = ([hidden(4), hidden(3)], [Sum({0: 1, 1: 1}, 7, 9)], [Target(0, **HIDE), Target(1, **HIDE)])


def test_without_an_answer_within_the_limits_a_target_counts_as_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped(program: Program) -> None:
        raise GaveUp

    assert solve(riddle(*ROOM)).narrowed == ()
    monkeypatch.setattr(Program, "world", stopped)
    solved = solve(riddle(*ROOM))
    assert {(item.unknown, item.side) for item in solved.narrowed} == {
        (n, s) for n in (0, 1) for s in ("laag", "hoog")
    }
    assert solved.given_up == 4
    assert solved.safe == frozenset()


@pytest.mark.parametrize("value", [0.0, 7.0, 3.5, 7.00001])
def test_a_world_of_the_solver_that_does_not_fit_proves_nothing(
    monkeypatch: pytest.MonkeyPatch, value: float
) -> None:
    monkeypatch.setattr(Program, "world", lambda program: np.full(program._size, value))
    assert solve(riddle(*ROOM)).given_up == 4
