"""Many questions at once: worlds answer most of them, and the answers are those of simple sums."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from socdom.attack import search
from socdom.attack.model import Facts
from socdom.attack.question import Question
from socdom.attack.search import Search
from socdom.attack.solve import solve
from tests.lib.riddles import Sum, Target, Unknown, riddle

TOTALS, PARTS = 300, 5


def towns() -> tuple[Facts, set[tuple[int, str]]]:
    """Totals that are shown, each with parts of which the small are hidden; with what the sums leave for each part."""
    random = np.random.default_rng(3)
    unknowns: list[Unknown] = []
    sums, targets, expected = [], [], set()
    for _ in range(TOTALS):
        first = len(unknowns)
        true = random.poisson(random.choice([3, 9, 30], PARTS)).tolist()
        family = [known(count) for count in (sum(true), *true)]
        unknowns += family
        sums.append(Sum({first: 1, **{first + number: -1 for number in range(1, PARTS + 1)}}))
        for number in range(1, PARTS + 1):
            if family[number].shown:
                continue
            targets.append(Target(first + number, 0, 7))
            others = [family[other] for other in range(1, PARTS + 1) if other != number]
            if family[0].low - sum(item.high for item in others) > 0:
                expected.add((first + number, "laag"))
            if family[0].high - sum(item.low for item in others) < 7:
                expected.add((first + number, "hoog"))
    return riddle(unknowns, sums, targets), expected


def known(count: int) -> Unknown:
    if count <= 7:
        return Unknown(count, 0, 7)
    shown = 5 * ((count + 2) // 5)
    return Unknown(count, max(8, shown - 2), shown + 2, shown=True)


def test_many_totals_give_what_their_sums_leave_in_few_programs() -> None:
    facts, expected = towns()
    solved = solve(facts)
    assert {(item.unknown, item.side) for item in solved.narrowed} == expected
    assert expected
    # Two questions for each target; every no takes a few programs, all the others share some dozens.
    assert 2 * len(facts.targets) > 600
    assert solved.programs < 60 + 4 * len(expected)
    assert solve(facts) == solved


@pytest.mark.parametrize("seed", range(3))
def test_a_cube_of_which_every_line_is_known(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Three by three by three, 0 to 3 each, all lines known: its corners are fractions. Beside every cube that fits."""
    monkeypatch.setattr(search, "_FEW", 0)
    cube = np.random.default_rng(seed).integers(0, 4, (3, 3, 3))
    place = np.arange(27).reshape(3, 3, 3)
    lines = [line for axis in range(3) for line in np.moveaxis(place, axis, 2).reshape(-1, 3)]
    solved = solve(
        riddle(
            [Unknown(count, 0, 3) for count in cube.ravel()],
            [Sum(dict.fromkeys(line.tolist(), 1.0), *[cube.ravel()[line].sum()] * 2) for line in lines],
            [Target(number, 0, 3) for number in range(27)],
        )
    )
    fits = cubes_like(cube).reshape(-1, 27)
    expected = {(n, "laag") for n in range(27) if fits[:, n].min() > 0}
    expected |= {(n, "hoog") for n in range(27) if fits[:, n].max() < 3}
    assert {(item.unknown, item.side) for item in solved.narrowed} == expected


def test_asking_all_at_once_and_one_by_one_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cube with rounded lines, where worlds of fractions are none."""
    turns = []

    def told(self: Search, questions: list[Question], whole: bool) -> tuple[list[Question], int]:
        turns.append(whole)
        return together(self, questions, whole)

    together = Search._together
    monkeypatch.setattr(Search, "_together", told)
    monkeypatch.setattr(search, "_FEW", 0)
    facts = rounded_cube(side=5, seed=10)
    at_once = solve(facts)
    assert turns == [False, True]
    monkeypatch.setattr(search, "_MOST_ROUNDS", 0)
    one_by_one = solve(facts)
    assert at_once.narrowed
    assert {(i.unknown, i.side) for i in at_once.narrowed} == {
        (i.unknown, i.side) for i in one_by_one.narrowed
    }
    assert at_once.programs < one_by_one.programs


def rounded_cube(side: int, seed: int) -> Facts:
    """Numbers and the sums of all lines, small ones hidden and the others rounded."""
    random = np.random.default_rng(seed)
    cube = random.poisson(random.choice([1, 4, 20], size=(side,) * 3, p=[0.3, 0.3, 0.4]))
    place = np.arange(side**3).reshape(cube.shape)
    counts, sums = cube.ravel().tolist(), []
    for axis in range(3):
        for line in np.moveaxis(place, axis, 2).reshape(-1, side).tolist():
            sums.append(Sum({len(counts): 1, **dict.fromkeys(line, -1.0)}))
            counts.append(sum(counts[number] for number in line))
    unknowns = [known(count) for count in counts]
    wide = [Target(n, 0, 7) if count <= 7 else Target(n, spread=1) for n, count in enumerate(counts)]
    return riddle(unknowns, sums, wide)


def cubes_like(cube: np.ndarray) -> np.ndarray:
    """Every cube of 0 to 3 with the same lines: eight numbers are free, the others follow."""
    free = np.array(list(itertools.product(range(4), repeat=8))).reshape(-1, 2, 2, 2)
    for axis in (1, 2, 3):
        # The last of each line is what the first two leave; of the axes that are not yet filled in, the first two.
        sums = cube.sum(axis=axis - 1)[
            tuple(slice(free.shape[other]) for other in (1, 2, 3) if other != axis)
        ]
        free = np.concatenate([free, np.expand_dims(sums - free.sum(axis=axis), axis)], axis=axis)
    return free[((free >= 0) & (free <= 3)).all(axis=(1, 2, 3))]
