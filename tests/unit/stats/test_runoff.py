"""Run-off triangles against published results, and by hand."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.stats.bornhuetter_ferguson import bornhuetter_ferguson
from socdom.stats.chain_ladder import completeness, factors, from_nothing, ultimates
from socdom.stats.mack import mack
from socdom.stats.past_errors import student
from socdom.stats.triangle import as_seen, cumulative, increments, latest

NAN = float("nan")
# Three quarters by hand: 100 → 150 → 165, 200 → 310, 90.
SMALL = np.array([[100.0, 150, 165], [200, 310, NAN], [90, NAN, NAN]])
# Ultimates of RAA with the mean of the chain ladder as prior, in the documentation of chainladder-python,
# class BornhuetterFerguson.
PUBLISHED_BF = [
    18834.0, 16898.632172, 24012.333266, 28281.843524, 28203.700714,
    19840.005163, 18840.362337, 22789.948877, 19541.155136, 20986.022826,
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(shared_data: Path) -> Path:
    path = shared_data / "completeness"
    if not path.is_dir():
        pytest.skip("de map completeness met gepubliceerde driehoeken is er niet")
    return path


def published(folder: Path, name: str) -> tuple[np.ndarray, dict]:
    rows = pd.read_csv(folder / f"{name}.csv")
    rows["age"] = rows["development"] - rows["origin"]
    triangle = rows.pivot(index="origin", columns="age", values="values").to_numpy()
    expected = json.loads((folder / "expected_results.json").read_text(encoding="utf-8"))
    return triangle, expected["computed"][name]


@pytest.mark.parametrize("name", ["raa", "genins"])
def test_factors_and_what_is_still_to_come_as_published(folder: Path, name: str) -> None:
    triangle, expected = published(folder, name)
    found = factors(triangle)
    assert found == pytest.approx(expected["age_to_age_factors"], abs=6e-7)
    to_come = ultimates(triangle, found) - latest(triangle)
    assert to_come == pytest.approx(expected["ibnr_by_origin"], abs=0.006)
    assert latest(triangle).sum() == expected["latest_total"]


@pytest.mark.parametrize("name", ["raa", "genins"])
def test_the_standard_errors_of_mack_as_published(folder: Path, name: str) -> None:
    triangle, expected = published(folder, name)
    found = mack(triangle)
    assert found is not None
    assert found.by_origin[0] == 0
    assert found.by_origin[1:] == pytest.approx(expected["mack_se_by_origin_sigma_mack"], abs=0.06)
    assert found.total == pytest.approx(expected["mack_se_total_sigma_mack"], abs=0.006)


def test_sigma_squared_as_in_the_table_of_mack(folder: Path) -> None:
    found = mack(published(folder, "raa")[0])
    assert found is not None
    # Mack 1994, page 130, as printed: in whole numbers or three digits.
    assert found.sigma2[:8] == pytest.approx([27883, 1109, 691, 61.2, 119, 40.8, 1.34, 7.88], rel=5e-3)


def test_bornhuetter_ferguson_as_published(folder: Path) -> None:
    triangle, _ = published(folder, "raa")
    found = factors(triangle)
    prior, part = ultimates(triangle, found).mean(), completeness(found)[::-1]
    finals = [bornhuetter_ferguson(*pair, prior) for pair in zip(latest(triangle), part, strict=True)]
    assert finals == pytest.approx(PUBLISHED_BF, abs=1e-5)


def test_by_hand() -> None:
    found = factors(SMALL)
    # (150 + 310) / (100 + 200) and 165 / 150.
    assert found == pytest.approx([460 / 300, 1.1])
    assert completeness(found) == pytest.approx([1 / (460 / 300 * 1.1), 1 / 1.1, 1])
    assert ultimates(SMALL, found) == pytest.approx([165, 341, 90 * 460 / 300 * 1.1])


def test_factors_of_the_newest_origins_only() -> None:
    assert factors(SMALL, last=1) == pytest.approx([310 / 200, 1.1])


def test_credits_make_a_factor_below_one_and_a_part_above_one() -> None:
    falling = np.array([[100.0, 90], [50, NAN]])
    assert factors(falling) == pytest.approx([0.9])
    assert ultimates(falling, factors(falling)) == pytest.approx([90, 45])


def test_nothing_yet_is_no_fault_and_expects_no_more() -> None:
    nothing = np.array([[0.0, 0.0], [0.0, NAN]])
    assert np.isnan(factors(nothing)).all()
    assert completeness(factors(nothing)) == pytest.approx([1, 1])


def test_where_nothing_ever_comes_in_at_first_the_part_is_nothing() -> None:
    late = np.array([[0.0, 50, 100], [0, 80, NAN], [0, NAN, NAN]])
    assert factors(late).tolist() == [np.inf, 2]
    assert completeness(factors(late)).tolist() == [0, 0.5, 1]
    assert np.array_equal(ultimates(late, factors(late)), [100, 160, NAN], equal_nan=True)


def test_what_came_late_and_was_taken_back_is_no_fault() -> None:
    assert completeness(np.array([np.inf, 0.0])).tolist() == [1, 1, 1]


def test_the_amount_from_nothing_is_the_one_of_baselinenowcast() -> None:
    # Expected = (x + 1 - part) / part with x = 0, counted in bills of 200.
    assert from_nothing(0.8, 200) == pytest.approx((0 + 1 - 0.8) / 0.8 * 200)


def test_laying_out_amounts_by_hand() -> None:
    origin, valuation = np.array([0, 0, 0, 1, 1, 0]), np.array([-3, 1, 9, 1, 2, 2])
    amount = np.array([10, 20, 40, 1, -3, 5])
    # What came before the first valuation counts at age 0; what came after the last age nowhere.
    assert increments(origin, valuation, amount, (2, 3)).tolist() == [[10, 20, 5], [1, -3, 0]]


def test_the_triangle_ends_at_the_newest_diagonal() -> None:
    grown = np.array([[10.0, 20, 5], [1, -3, 7], [2, 7, 7]])
    expected = [[10, 30, 35], [1, -2, NAN], [2, NAN, NAN]]
    assert np.array_equal(cumulative(grown), expected, equal_nan=True)
    assert latest(cumulative(grown)).tolist() == [35, -2, 2]
    before = [[10, 30, NAN], [1, NAN, NAN]]
    assert np.array_equal(as_seen(cumulative(grown), 1), before, equal_nan=True)


def test_more_origins_than_ages() -> None:
    grown = np.ones((4, 2))
    assert np.array_equal(cumulative(grown), [[1, 2], [1, 2], [1, 2], [1, NAN]], equal_nan=True)
    assert latest(cumulative(grown)).tolist() == [2, 2, 2, 1]


def test_mack_tells_nothing_of_a_triangle_that_is_too_small_or_has_a_nothing() -> None:
    assert mack(SMALL) is None
    four = np.where(np.isnan(cumulative(np.ones((4, 4)))), NAN, 5.0)
    assert mack(four) is not None
    assert mack(np.where(np.arange(4) == 0, 0.0, four)) is None


@settings(max_examples=50)
@given(st.integers(3, 8), st.integers(0, 2**32 - 1))
def test_when_every_quarter_grows_alike_the_chain_ladder_is_exact(size: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    part = np.sort(rng.uniform(0.2, 1, size - 1)).tolist() + [1.0]
    final = rng.uniform(1e3, 1e7, size)
    full = final[:, None] * np.array(part)[None, :]
    triangle = np.where(np.isnan(cumulative(np.ones((size, size)))), NAN, full)
    assert completeness(factors(triangle)) == pytest.approx(part)
    assert ultimates(triangle, factors(triangle)) == pytest.approx(final)
    # And Bornhuetter-Ferguson does not move what the prior already says.
    assert bornhuetter_ferguson(final[0] * part[0], part[0], final[0]) == pytest.approx(final[0])


def test_the_normal_distribution_is_the_limit() -> None:
    assert student(0.9, 10**6) == pytest.approx(NormalDist().inv_cdf(0.9), abs=1e-5)
