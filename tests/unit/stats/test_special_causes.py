"""The four rules, point by point: against published cases, by hand, and the faults other packages once had."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.stats.special_causes import (
    near_windows,
    outside,
    run_ends,
    run_lengths,
    shift,
    sides,
    trend,
    two_of_three,
)


def whole(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


@pytest.fixture
def cases(shared_data: Path) -> dict[str, list[dict]]:
    """Rule → its published cases."""
    path = shared_data / "spc" / "nhsr_plotthedots_expected.json"
    found: dict[str, list[dict]] = {}
    for case in json.loads(path.read_text(encoding="utf-8"))["rule_cases"]:
        found.setdefault(case["rule"].split("(")[0].strip(), []).append(case)
    return found


def test_seven_on_one_side_of_nhsr(cases: dict) -> None:
    assert len(cases["seven_points_one_side_of_mean"]) == 4
    for case in cases["seven_points_one_side_of_mean"]:
        ends = run_ends(whole(*case["input"]), 7)
        assert np.abs(ends).tolist() == case["expected"]


def test_part_of_seven_of_nhsr(cases: dict) -> None:
    """Their input is where a run of seven ends; ours is a series with a run that ends there."""
    assert len(cases["part_of_seven"]) == 4
    for case in cases["part_of_seven"]:
        ends = np.flatnonzero(case["input"])
        side = np.zeros(len(case["input"]), dtype=np.int64)
        for end in ends:
            side[end - 6 : end + 1] = case["input"][end]
        assert np.abs(shift(side)).tolist() == case["expected"]


def test_trend_of_nhsr(cases: dict) -> None:
    """Theirs marks the last of seven; a point is in our trend when it is one of the seven before such an end."""
    assert len(cases["seven_point_trend"]) == 6
    for case in cases["seven_point_trend"]:
        expected = np.zeros(len(case["input"]), dtype=int)
        for end in np.flatnonzero(case["expected"]):
            expected[end - 6 : end + 1] = case["expected"][end]
        assert trend(np.array(case["input"], dtype=float)).tolist() == expected.tolist()


def test_two_in_three_of_nhsr(cases: dict) -> None:
    assert len(cases["two_in_three"]) == 10
    for case in cases["two_in_three"]:
        near = np.array(case["input"]["close_to_limits"], dtype=bool)
        found = near_windows(near, whole(*case["input"]["relative_to_mean"]))
        assert np.abs(found).tolist() == case["expected"]


def test_part_of_two_in_three_of_nhsr(cases: dict) -> None:
    assert len(cases["part_of_two_in_three"]) == 2
    for case in cases["part_of_two_in_three"]:
        near, side = case["input"]["close_to_limits"], case["input"]["relative_to_mean"]
        z = np.where(near, 2.5, 0.5) * side
        assert np.abs(two_of_three(z, beyond=False)).tolist() == case["expected"]


def test_a_point_on_the_limit_is_inside() -> None:
    assert outside(np.array([3.0, -3.0, 3.001, -3.001, np.nan])).tolist() == [0, 0, 1, -1, 0]


def test_a_falling_trend_is_found_and_is_downwards() -> None:
    """NHSRplotthedots 167: it was missed; 171: a trend had the colour of its side and not of its direction."""
    assert trend(np.array([30.0, 29, 28, 27, 26, 25, 24])).tolist() == [-1] * 7


def test_an_equal_value_breaks_a_trend_and_so_does_a_gap() -> None:
    assert not trend(np.array([1.0, 2, 3, 4, 4, 5, 6, 7])).any()
    assert not trend(np.array([1.0, 2, 3, 4, np.nan, 5, 6, 7])).any()


def test_numbers_within_the_rounding_are_equal_in_a_trend() -> None:
    rising = np.arange(7.0)
    assert trend(rising, within=1.0).all()
    assert not trend(rising, within=1.1).any()


def test_two_of_three_on_opposite_sides_is_nothing() -> None:
    """NHSRplotthedots 143."""
    assert not two_of_three(np.array([2.5, -2.5, 2.5])).any()
    assert not two_of_three(np.array([2.5, 2.5, -0.5])).any()


def test_two_of_three_counts_points_beyond_the_limits_by_default() -> None:
    """Making Data Count does since November 2023; NHSRplotthedots does not."""
    z = np.array([3.5, 0.5, 2.5])
    assert two_of_three(z).tolist() == [1, 0, 1]
    assert not two_of_three(z, beyond=False).any()


def test_only_the_near_points_of_two_of_three_are_marked() -> None:
    assert two_of_three(np.array([-2.5, -0.1, -2.1, -0.5])).tolist() == [-1, 0, -1, 0]


def test_points_after_an_outlier_are_asked_as_any_other() -> None:
    """NHSRplotthedots 153: an outlier in the middle changed what came after."""
    side = whole(1, -1, 1, 1, 1, 1, 1, 1, 1)
    assert shift(side).tolist() == [0, 0, 1, 1, 1, 1, 1, 1, 1]
    z = np.array([9.0, 0.5, -0.5, 2.5, 0.1, 2.5])
    assert two_of_three(z).tolist() == [0, 0, 0, 1, 0, 1]


def test_a_point_on_the_line_or_a_gap_breaks_a_shift() -> None:
    distance = np.array([1.0, 2, 3, 0, 1, 2, 3, 4])
    assert not shift(sides(distance)).any()
    distance[3] = np.nan
    assert not shift(sides(distance)).any()


def test_a_point_closer_than_rounding_lies_on_the_line() -> None:
    assert sides(np.array([2.4, 2.5, -2.4, -2.5, np.nan]), within=2.5).tolist() == [0, 1, 0, -1, 0]


@settings(max_examples=60)
@given(st.lists(st.sampled_from([-1, 0, 1]), max_size=30))
def test_runs_by_another_road(side: list[int]) -> None:
    found = run_lengths(whole(*side)).tolist()
    for place, sign in enumerate(side):
        length = 0
        while sign and place - length >= 0 and side[place - length] == sign:
            length += 1
        assert found[place] == length


@settings(max_examples=60)
@given(st.lists(st.floats(-5, 5), min_size=1, max_size=25))
def test_members_by_another_road(z: list[float]) -> None:
    """Every window is looked at by itself, as the rules are worded."""
    near, expected = [abs(x) > 2 for x in z], [0] * len(z)
    for start in range(len(z) - 2):
        window = range(start, start + 3)
        if (
            sum(near[i] for i in window) >= 2
            and len({np.sign(z[i]) for i in window} - {0}) == 1
            and all(z[i] for i in window)
        ):
            for i in window:
                expected[i] = expected[i] or int(np.sign(z[i]) * near[i])
    clear = all(min(abs(abs(x) - 2), abs(x)) > 1e-6 or x == 0 for x in z)
    if clear:
        assert two_of_three(np.array(z)).tolist() == expected
