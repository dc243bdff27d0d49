"""Bounds from past errors: the quantiles of t as printed in tables, and coverage by simulation."""

from __future__ import annotations

from math import exp, log, sqrt

import numpy as np
import pytest

from socdom.stats.past_errors import interval, log_errors, student

# Printed in every table of Student's t, column 0.90 (one-sided).
TABLE = {6: 1.440, 7: 1.415, 8: 1.397, 9: 1.383, 10: 1.372, 12: 1.356, 20: 1.325, 30: 1.310}


@pytest.mark.parametrize(("freedom", "printed"), TABLE.items())
def test_student_as_printed(freedom: int, printed: float) -> None:
    assert student(0.9, freedom) == pytest.approx(printed, abs=6e-4)


def test_by_hand() -> None:
    errors = log_errors(np.array([100.0, 100, 100]), np.array([110.0, 90, 100]))
    assert errors == pytest.approx([log(1.1), log(0.9), 0])
    spread = sqrt((log(1.1) ** 2 + log(0.9) ** 2) / 3) * 1.638  # t of 3 degrees of freedom, printed
    assert interval(errors, 0.8) == pytest.approx((exp(-spread), exp(spread)), rel=1e-3)


def test_pairs_without_an_amount_take_no_part() -> None:
    assert len(log_errors(np.array([0.0, 5.0, 5.0]), np.array([5.0, 0.0, 5.0]))) == 1


def test_a_method_that_is_always_too_low_gets_wide_bounds_around_its_estimate() -> None:
    low, high = interval(np.full(8, 0.1), 0.8)
    assert low < exp(-0.1) < 1 < exp(0.1) < high


@pytest.mark.parametrize("number", [6, 9, 12])
def test_the_bounds_hold_eight_in_ten_new_outcomes(number: int) -> None:
    rng = np.random.default_rng(number)
    errors = rng.normal(0, 0.03, (4000, number + 1))
    inside = [interval(row[:-1], 0.8)[0] <= exp(row[-1]) <= interval(row[:-1], 0.8)[1] for row in errors]
    # Standard error of the share: 0.0063.
    assert np.mean(inside) == pytest.approx(0.8, abs=0.025)
