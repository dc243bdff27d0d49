"""Limits of an individuals chart: against published outputs, and by hand."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from socdom.stats.xmr import mean_moving_range, xmr_limits


@pytest.fixture
def published(shared_data: Path) -> dict:
    path = shared_data / "spc" / "nhsr_plotthedots_expected.json"
    return json.loads(path.read_text(encoding="utf-8"))["xmr_limits"]


def test_limits_of_nhsr_plot_the_dots(published: dict) -> None:
    found = xmr_limits(np.array(published["all"]))
    expected = published["expected"]
    assert (found.centre, found.lower, found.upper) == pytest.approx(
        (expected["mean"], expected["lpl"], expected["upl"]), abs=1e-5
    )


@pytest.mark.parametrize("screen", [True, False])
def test_limits_of_nhsr_plot_the_dots_with_an_outlier(published: dict, screen: bool) -> None:
    values = np.array(published["all"])
    values[14] = 10
    expected = published["variant_outlier"][f"screen_outliers_{str(screen).lower()}"]
    found = xmr_limits(values, screen=screen)
    assert (found.centre, found.lower, found.upper) == pytest.approx(
        (expected["mean"], expected["lpl"], expected["upl"]), abs=1e-5
    )


def test_by_hand() -> None:
    # Ranges 2, 1, 3: mean 2. Mean of 4, 6, 5, 8 is 5,75; 2,66 x 2 = 5,32.
    found = xmr_limits(np.array([4.0, 6.0, 5.0, 8.0]))
    assert found.centre == 5.75
    assert (found.lower, found.upper) == pytest.approx((0.43, 11.07))


def test_no_range_is_taken_over_a_gap() -> None:
    # With the gap passed over the range between 5 and 50 would count.
    assert mean_moving_range(np.array([4.0, 5.0, np.nan, 50.0, 51.0])) == 1


def test_a_range_of_exactly_the_screen_is_left_out_as_in_nhsr() -> None:
    # Ranges 1 (nine times) and 10: mean 1,9; 10 > 3,267 x 1,9 = 6,2.
    values = np.concatenate([np.arange(10.0), [19.0]])
    assert mean_moving_range(values) == 1
    assert mean_moving_range(values, screen=False) == pytest.approx(1.9)


def test_a_flat_series_with_one_step_keeps_the_step() -> None:
    """Screening would leave zeros only, and limits on the line that call every other number a signal."""
    assert mean_moving_range(np.array([5.0] * 9 + [10.0])) == pytest.approx(5 / 9)


def test_without_neighbours_there_is_no_range() -> None:
    assert np.isnan(mean_moving_range(np.array([1.0, np.nan, 2.0])))
    assert np.isnan(mean_moving_range(np.array([1.0])))
