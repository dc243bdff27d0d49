"""An attacker who knows the rule, the total and the siblings: plain enumeration of small towns."""

from __future__ import annotations

import itertools
from collections import defaultdict

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from socdom.disclosure import protect

NAN = float("nan")


def published(towns: np.ndarray, unknown_address: int = 0) -> np.ndarray:
    """Protect many towns at once (one per row, one column per wijk); shown numbers, -1 where hidden.

    Each town has a year of its own, and no year before it: what was hidden then would be chosen first.
    """
    count, wijken = towns.shape
    numbers = np.column_stack([towns.sum(axis=1) + unknown_address, towns]).astype(float)
    figures = pd.DataFrame(
        {
            "indicator": "x",
            "period": np.repeat([str(2 * i) for i in range(count)], wijken + 1),
            "area": np.tile(["GM0001", *(f"WK0001{i:02d}" for i in range(wijken))], count),
            "dimension": "",
            "category": "",
            "numerator": numbers.ravel(),
            "denominator": NAN,
            "value": numbers.ravel(),
            "unit": "personen",
            "status": "definitief",
            "method": "m/1",
            "base": numbers.ravel(),
        }
    )
    result = protect(figures, {"x": "personen"}, {"x": 1.0})
    return result["value"].fillna(-1).to_numpy().reshape(count, wijken + 1).astype(int)


def possible(shown: int, most: int) -> range:
    return range(0, most + 1) if shown < 0 else range(shown - 2, shown + 3)


def narrowed(shown: tuple[int, ...]) -> set[int]:
    """What a hidden wijk can be: every town that fits the numbers shown, one by one.

    One hidden wijk is 0 to 7 by the rule. From two on, the reader knows that one may have been hidden for
    another, and only that no hidden one is shown as more than the smallest that is shown.
    """
    total, wijken = shown[0], shown[1:]
    visible = [n for n in wijken if n >= 0]
    alone = sum(n < 0 for n in wijken) == 1
    most = 7 if alone else (min(visible) + 2 if visible else total + 2)
    sums = {sum(values) for values in itertools.product(*(possible(n, most) for n in visible))} or {0}
    totals = set(possible(total, total))
    hidden = sum(n < 0 for n in wijken)
    fits: set[int] = set()
    for values in itertools.product(range(most + 1), repeat=hidden):
        if any(sum(values) + rest in totals for rest in sums):
            fits.add(values[0])
    return fits


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 18), min_size=2, max_size=5))
def test_no_hidden_count_can_be_narrowed_below_what_the_rule_says(town):
    shown = tuple(published(np.array([town]))[0])
    if shown[0] < 0:
        return
    if -1 in shown:
        assert set(range(8)) <= narrowed(shown), shown


def sums(shown: tuple[int, ...], most: int) -> set[int]:
    """Every number the parts can be together."""
    return {sum(values) for values in itertools.product(*(possible(n, most) for n in shown))} or {0}


def largest_hidden(shown: tuple[int, ...]) -> int:
    """What the reader knows of a hidden part: 7, or about the smallest that is shown when one has company."""
    visible = [n for n in shown[1:] if n >= 0]
    alone = sum(n < 0 for n in shown[1:]) == 1
    return 7 if alone else (min(visible) + 2 if visible else shown[0] + 2)


@settings(deadline=None, max_examples=6)
@given(st.integers(0, 2**32 - 1), st.integers(2, 4), st.integers(2, 4))
def test_two_families_of_one_total_narrow_no_hidden_count(seed, ages, wijken):
    """Towns with one small wijk and all else at the edges of rounding, where two tables tell the most."""
    rng = np.random.default_rng(seed)
    by_age = rng.choice([8, 12, 13, 17], size=(6000, ages))
    by_wijk = rng.choice([8, 9, 12, 13, 17, 18], size=(6000, wijken))
    small = by_age.sum(axis=1) - by_wijk.sum(axis=1)
    fitting = (small >= 0) & (small <= 7)
    assume(fitting.any())
    by_wijk = np.column_stack([small, by_wijk])[fitting][:300]
    for shown_wijken, shown_ages in published_twice(by_wijk, by_age[fitting][:300]):
        assert set(range(8)) <= fitting_both(shown_wijken, shown_ages), (shown_wijken, shown_ages)


def fitting_both(wijken: tuple[int, ...], ages: tuple[int, ...]) -> set[int]:
    """What the first wijk, which is hidden, can be for a reader who combines both tables by their total."""
    most = largest_hidden(wijken)
    totals = set(possible(wijken[0], most)) & sums(ages[1:], largest_hidden(ages))
    others = sums(wijken[2:], most)
    return {one for one in range(most + 1) for other in others if one + other in totals}


def published_twice(by_wijk: np.ndarray, by_age: np.ndarray) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Protect towns by wijk and by age; per family the total and its parts as shown, -1 where hidden."""
    (towns, wijken), ages = by_wijk.shape, by_age.shape[1]
    numbers = np.column_stack([by_wijk.sum(axis=1), by_wijk, by_age]).astype(float).ravel()
    areas = ["GM0001", *(f"WK0001{i:02d}" for i in range(wijken)), *(["GM0001"] * ages)]
    figures = pd.DataFrame(
        {
            "indicator": "x",
            "period": np.repeat([str(2 * i) for i in range(towns)], 1 + wijken + ages),
            "area": areas * towns,
            "dimension": ([""] * (1 + wijken) + ["leeftijd"] * ages) * towns,
            "category": ([""] * (1 + wijken) + [f"l{i}" for i in range(ages)]) * towns,
            "numerator": numbers,
            "denominator": NAN,
            "value": numbers,
            "unit": "personen",
            "status": "definitief",
            "method": "m/1",
            "base": numbers,
        }
    )
    shown = protect(figures, {"x": "personen"}, {"x": 1.0})["value"].fillna(-1).astype(int)
    rows = shown.to_numpy().reshape(towns, -1).tolist()
    return [(tuple(row[: 1 + wijken]), (row[0], *row[1 + wijken :])) for row in rows]


@pytest.mark.parametrize(("wijken", "largest"), [(2, 24), (3, 16), (4, 12)])
def test_knowing_the_whole_procedure_pins_no_hidden_count(wijken, largest):
    """Every town there is: towns that look the same differ in every hidden wijk, second ones included."""
    towns = np.array(list(itertools.product(range(largest + 1), repeat=wijken)))
    alike = defaultdict(list)
    for town, shown in zip(towns, map(tuple, published(towns)), strict=True):
        alike[shown].append(town)
    for shown, members in alike.items():
        if shown[0] < 0:
            continue
        for place, number in enumerate(shown[1:]):
            if number < 0:
                assert len({town[place] for town in members}) > 1, shown


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=8), st.integers(0, 30))
def test_what_is_shown_is_near_the_truth_and_nothing_small_is_shown(town, unknown_address):
    shown = published(np.array([town]), unknown_address)[0]
    truth = np.array([sum(town) + unknown_address, *town])
    visible = shown >= 0
    assert (np.abs(shown - truth)[visible] <= 2).all()
    assert (truth[visible] >= 8).all()
    assert visible[0] == (truth[0] >= 8)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(8, 60), min_size=1, max_size=8))
def test_nothing_is_hidden_where_nothing_is_small(town):
    assert (published(np.array([town])) >= 0).all()


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=6), st.randoms())
def test_order_of_rows_does_not_matter(town, random):
    towns = np.array([town, town[::-1]])
    numbers = np.column_stack([towns.sum(axis=1), towns]).ravel().astype(float)
    count = len(town) + 1
    figures = pd.DataFrame(
        {
            "indicator": "x",
            "period": np.repeat(["2020Q3", "2020Q4"], count),
            "area": ["GM0001", *(f"WK0001{i:02d}" for i in range(count - 1))] * 2,
            "dimension": "",
            "category": "",
            "numerator": numbers,
            "denominator": NAN,
            "value": numbers,
            "unit": "personen",
            "status": "definitief",
            "method": "m/1",
            "base": numbers,
        }
    )
    order = list(range(len(figures)))
    random.shuffle(order)
    keys = ["period", "area"]
    straight, shuffled = (
        protect(rows, {"x": "personen"}, {"x": 1.0}).sort_values(keys, ignore_index=True)
        for rows in (figures, figures.iloc[order])
    )
    pd.testing.assert_frame_equal(straight, shuffled)
