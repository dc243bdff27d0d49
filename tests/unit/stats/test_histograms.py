"""How often values occur, and the statistics made from that, against lists of loose values."""

from __future__ import annotations

import math
import statistics

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.stats.histograms import Histogram
from socdom.stats.medians import medians
from socdom.stats.packing import pack
from socdom.stats.percentiles import nearest_rank
from socdom.stats.running import count_running, count_running_by_value

CELLS = 4
pairs = st.lists(st.tuples(st.integers(0, CELLS - 1), st.integers(-5, 50)), max_size=40)


def ints(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int64)


def columns(rows: list[tuple[int, ...]], width: int) -> list[np.ndarray]:
    return [ints(*column) for column in zip(*rows, strict=True)] if rows else [ints()] * width


@settings(max_examples=100, deadline=None)
@given(pairs)
def test_values_are_counted_and_taken_by_rank(rows: list[tuple[int, int]]) -> None:
    found = Histogram.of_values(*columns(rows, 2))
    assert [
        (c, v) for c, v, n in zip(found.cell, found.value, found.count, strict=True) for _ in range(n)
    ] == sorted(rows)
    for cell in range(CELLS):
        values = sorted(value for where, value in rows if where == cell)
        assert found.totals(CELLS)[cell] == len(values)
        assert [found.at_rank(ints(cell), ints(rank)).item() for rank in range(len(values))] == values


def test_loose_counts_are_sorted_and_zeros_left_out() -> None:
    found = Histogram.of_counts(ints(2, 0, 2, 1), ints(5, 9, -3, 4), ints(1, 2, 3, 0))
    assert found.cell.tolist() == [0, 2, 2]
    assert found.value.tolist() == [9, -3, 5]
    assert found.count.tolist() == [2, 3, 1]


@settings(max_examples=100, deadline=None)
@given(pairs)
def test_medians(rows: list[tuple[int, int]]) -> None:
    found = medians(Histogram.of_values(*columns(rows, 2)), CELLS)
    for cell in range(CELLS):
        values = [value for where, value in rows if where == cell]
        assert math.isnan(found[cell]) if not values else found[cell] == statistics.median(values)


@settings(max_examples=100, deadline=None)
@given(pairs, st.integers(1, 100))
def test_percentile_is_the_smallest_value_that_enough_cases_do_not_exceed(
    rows: list[tuple[int, int]], percent: int
) -> None:
    found = nearest_rank(Histogram.of_values(*columns(rows, 2)), CELLS, percent)
    for cell in range(CELLS):
        values = [value for where, value in rows if where == cell]
        enough = [v for v in values if 100 * sum(other <= v for other in values) >= percent * len(values)]
        assert math.isnan(found[cell]) if not values else found[cell] == min(enough)


@pytest.mark.parametrize(("cases", "expected"), [(1, 1), (9, 9), (10, 9), (11, 10), (20, 18), (100, 90)])
def test_percentile_at_the_border(cases: int, expected: int) -> None:
    # Nine of ten is 90 %, nine of eleven is not.
    values = Histogram.of_values(np.zeros(cases, dtype=np.int64), np.arange(1, cases + 1))
    assert nearest_rank(values, 1, 90).tolist() == [expected]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(-9, 9), st.integers(-2, 7), st.integers(-2, 7)), max_size=20
    )
)
def test_stretches_that_run_in_each_period(rows: list[tuple[int, int, int, int]]) -> None:
    group, value, first, last = columns(rows, 4)
    counted = count_running(group, first, last, (3, 5))
    by_value = count_running_by_value(group, value, first, last, (3, 5))
    listed = [
        (c, v)
        for c, v, n in zip(by_value.cell, by_value.value, by_value.count, strict=True)
        for _ in range(n)
    ]
    expected = sorted(
        (g * 5 + period, v) for g, v, low, high in rows for period in range(5) if low <= period <= high
    )
    assert listed == expected
    assert counted.ravel().tolist() == [sum(cell == c for c, _ in expected) for cell in range(15)]


def test_a_long_list_of_values_is_worked_out_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    group, value = rng.integers(0, 3, 500), rng.integers(0, 60, 500)
    first = rng.integers(0, 6, 500)
    last = first + rng.integers(0, 3, 500)
    whole = count_running_by_value(group, value, first, last, (3, 6))
    monkeypatch.setattr("socdom.stats.running._BLOCK", 70)
    parts = count_running_by_value(group, value, first, last, (3, 6))
    assert whole.count.sum() > 500
    for name in ("cell", "value", "count"):
        assert getattr(whole, name).tolist() == getattr(parts, name).tolist()


def test_no_periods_and_no_stretches() -> None:
    none = ints()
    assert len(count_running_by_value(none, none, none, none, (2, 3)).cell) == 0
    assert len(count_running_by_value(ints(0), ints(1), ints(0), ints(1), (1, 0)).cell) == 0


def test_keys_that_do_not_fit_are_refused_and_not_cut_off() -> None:
    with pytest.raises(OverflowError, match="do not fit in 64 bits"):
        pack(ints(2**40), ints(0), 2**23)
    assert pack(ints(2**40 - 1), ints(2**23 - 1), 2**23).tolist() == [2**63 - 1]
    with pytest.raises(OverflowError, match="do not fit in 64 bits"):
        Histogram.of_values(ints(2**40, 0), ints(0, 2**24))
