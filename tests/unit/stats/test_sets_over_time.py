"""Which things a unit has at once, against sets per period."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.stats.sets_over_time import sets_over_time


def ints(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from((1, 2, 2**62)), st.integers(0, 3), st.integers(-4, 12), st.integers(0, 5)),
        max_size=15,
    )
)
def test_sets_per_period(rows: list[tuple[int, int, int, int]]) -> None:
    stretches = [(unit, thing, first, first + length) for unit, thing, first, length in rows]
    given_columns = [ints(*column) for column in zip(*stretches, strict=True)] if rows else [ints()] * 4
    found = sets_over_time(*given_columns, 4)
    listed = list(
        zip(
            found.unit.tolist(),
            found.first.tolist(),
            found.last.tolist(),
            found.members.tolist(),
            strict=True,
        )
    )
    told: dict[tuple[int, int], int] = {}
    for unit, first, last, members in listed:
        assert first <= last
        for period in range(first, last + 1):
            assert (unit, period) not in told
            told[unit, period] = members
    expected: dict[tuple[int, int], int] = {}
    for unit, thing, first, last in stretches:
        for period in range(first, last + 1):
            expected[unit, period] = expected.get((unit, period), 0) | 2**thing
    assert told == expected
    # As few stretches as possible: two that adjoin differ.
    for (unit, _, last, members), (next_unit, first, _, next_members) in zip(
        listed, listed[1:], strict=False
    ):
        assert unit != next_unit or first > last + 1 or members != next_members


def test_an_open_end_lies_far_away_and_costs_nothing() -> None:
    found = sets_over_time(ints(8, 8), ints(0, 1), ints(3, 5), ints(2**30, 6), 2)
    assert found.first.tolist() == [3, 5, 7]
    assert found.last.tolist() == [4, 6, 2**30]
    assert found.members.tolist() == [1, 3, 1]
