"""The pure methods against a count by hand or in plain Python."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.stats.distinct import count_distinct
from socdom.stats.episodes import OPEN_DAY, join_spells


def ints(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from((1, 2, 2**62)), st.integers(-3, 9), st.integers(-3, 9)),
        max_size=20,
    )
)
def test_distinct_units_per_group_and_period(stretches: list[tuple[int, int, int, int]]) -> None:
    group, unit, first, last = (
        (ints(*column) for column in zip(*stretches, strict=True)) if stretches else [ints()] * 4
    )
    counted = count_distinct(group, unit, first, last, (3, 6))
    for g in range(3):
        for period in range(6):
            units = {u for where, u, low, high in stretches if where == g and low <= period <= high}
            assert counted[g, period] == len(units)


def test_keys_that_do_not_fit_are_refused_and_not_cut_off() -> None:
    with pytest.raises(OverflowError, match="do not fit in 64 bits"):
        count_distinct(ints(0), ints(1), ints(0), ints(1), (2**40, 2**12))


def test_spells_are_joined_over_a_gap_and_not_over_a_longer_one() -> None:
    # Five whole days lie between day 4 and day 10, six between day 12 and day 19.
    found = join_spells(ints(7, 7, 7), ints(10, 0, 19), ints(12, 4, 30), np.zeros(3, dtype=bool), 5)
    assert found.start.tolist() == [0, 0, 19]
    assert found.end.tolist() == [12, 12, 30]
    assert found.number.tolist() == [0, 0, 1]


def test_a_bridged_end_waits_for_the_next_spell() -> None:
    bridged = np.array([True, False, True])
    found = join_spells(ints(1, 1, 2), ints(0, 500, 0), ints(10, 600, 10), bridged, 0)
    assert found.number.tolist() == [0, 0, 1]
    assert found.end.tolist() == [600, 600, OPEN_DAY]


def test_days_before_1970_do_not_mix_units() -> None:
    found = join_spells(ints(1, 2), ints(-500, -900), ints(-400, -800), np.zeros(2, dtype=bool), 0)
    assert found.start.tolist() == [-500, -900]
    assert found.end.tolist() == [-400, -800]


def test_no_spells() -> None:
    assert join_spells(ints(), ints(), ints(), np.zeros(0, dtype=bool), 90).number.tolist() == []
