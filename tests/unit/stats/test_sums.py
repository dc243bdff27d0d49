"""Sums per cell, the largest of each cell, and the episode before, against plain Python."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.stats.largest import largest
from socdom.stats.previous_end import days_since_previous
from socdom.stats.sums import exact_sums

pairs = st.lists(st.tuples(st.integers(0, 2), st.integers(-5, 9)), max_size=15)


def ints(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


def two(rows: list[tuple[int, int]]) -> list[np.ndarray]:
    return [ints(*column) for column in zip(*rows, strict=True)] if rows else [ints(), ints()]


@settings(max_examples=100, deadline=None)
@given(pairs, st.integers(1, 4))
def test_sums_and_the_largest(rows: list[tuple[int, int]], number: int) -> None:
    sums = exact_sums(*two(rows), 3)
    found = largest(*two(rows), number, 3)
    for cell in range(3):
        sizes = [size for where, size in rows if where == cell]
        above = sorted((size for size in sizes if size > 0), reverse=True)
        assert sums[cell] == sum(sizes)
        assert found.top[cell] == sum(above[:number])
        assert found.total[cell] == sum(above)
        assert found.members[cell] == len(above)


def test_sums_that_could_lose_a_unit_are_refused() -> None:
    assert exact_sums(ints(0, 0), ints(2**52, 1), 1).tolist() == [2**52 + 1]
    with pytest.raises(OverflowError, match="summed exactly"):
        exact_sums(ints(0, 0), ints(2**52, -(2**52)), 1)


def test_days_since_the_episode_before() -> None:
    # Unit 5 has episodes 0-9, 20-29 (in two rows) and 100-110; unit 3 has one.
    unit, start, end = ints(5, 3, 5, 5, 5), ints(20, 40, 100, 0, 20), ints(29, 50, 110, 9, 29)
    days, follows = days_since_previous(unit, start, end)
    assert follows.tolist() == [True, False, True, False, True]
    assert days.tolist() == [11, 0, 71, 0, 11]


def test_no_episodes() -> None:
    days, follows = days_since_previous(ints(), ints(), ints())
    assert days.tolist() == []
    assert follows.tolist() == []
