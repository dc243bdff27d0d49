"""An attacker who knows the rule, the total and the siblings: plain enumeration of small towns."""

from __future__ import annotations

import itertools
from collections import defaultdict

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.disclosure import protect

NAN = float("nan")


def published(towns: np.ndarray, unknown_address: int = 0) -> np.ndarray:
    """Protect many towns at once (one per row, one column per wijk); shown numbers, -1 where hidden."""
    count, wijken = towns.shape
    numbers = np.column_stack([towns.sum(axis=1) + unknown_address, towns]).astype(float)
    figures = pd.DataFrame(
        {
            "indicator": "x",
            "period": np.repeat([str(i) for i in range(count)], wijken + 1),
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
