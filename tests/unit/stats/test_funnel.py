"""Limits of a funnel: against published numbers, and worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.stats.funnel import (
    INNER,
    OUTER,
    FunnelLimits,
    dispersion,
    fit_funnel,
    variance_between,
    winsorised,
)

# Vaccination against tuberculosis, 13 trials (Colditz and others 1994): cases and others among those with and without the
# vaccine. The DerSimonian-Laird variance between trials of the log risk ratio is 0,3088 (metafor, dat.bcg, method "DL").
TRIALS = (
    (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761),
    (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232), (17, 1699, 65, 1600),
    (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
)  # fmt: skip
# The example of the tests of FunnelPlotR: observed and expected of six groups; its phi is 2,948033.
OBSERVED, EXPECTED = np.array([100, 150, 180, 80, 120, 225]), np.array([108, 112, 165, 95, 100, 220])


def test_the_dispersion_ratio_is_that_of_funnelplotr() -> None:
    z = np.sqrt(EXPECTED) * np.log(OBSERVED / EXPECTED)
    assert dispersion(z) == pytest.approx(2.948033, abs=5e-7)


def test_the_variance_between_areas_is_that_of_dersimonian_and_laird() -> None:
    effects = np.array([math.log(a / (a + b) / (c / (c + d))) for a, b, c, d in TRIALS])
    variances = np.array([1 / a - 1 / (a + b) + 1 / c - 1 / (c + d) for a, b, c, d in TRIALS])
    mean = np.average(effects, weights=1 / variances)
    phi = dispersion((effects - mean) / np.sqrt(variances))
    assert phi * len(TRIALS) == pytest.approx(152.2330, abs=5e-5)
    assert variance_between(phi, np.sqrt(variances)) == pytest.approx(0.3088, abs=5e-5)


def test_no_more_spread_than_chance_adds_nothing() -> None:
    assert variance_between(0.89, np.full(10, 0.1)) == 0
    assert variance_between(0.90, np.full(10, 0.1)) == 0
    # n·phi - (n - 1) = 1 and the weights are 100 each: 1 / (1000 - 100).
    assert variance_between(1.0, np.full(10, 0.1)) == pytest.approx(1 / 900)


def test_winsorising_pulls_in_the_outermost_tenth_on_both_sides() -> None:
    z = np.array(
        [-9.0, -1, -1, 0, 0, 0, 0, 1, 1, 2, 40]
    )  # eleven numbers: the quantiles are the 2nd and the 10th
    assert winsorised(z).tolist() == [-1, -1, -1, 0, 0, 0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("coverage", "low", "high"),
    # arcsin√0,1 = 0,3217506 and 1/(2√100) = 0,05: sin²(0,3217506 ± 1,959964·0,05), and with 3,090232.
    [(INNER, 0.049235, 0.166082), (OUTER, 0.027709, 0.210186)],
)
def test_limits_of_a_proportion_by_hand(coverage: float, low: float, high: float) -> None:
    found = FunnelLimits(0.1, proportion=True).limits([100], coverage)
    assert [float(limit[0]) for limit in found] == pytest.approx([low, high], abs=2e-6)


def test_limits_of_a_rate_by_hand() -> None:
    # √0,04 = 0,2 and 1/(2√400) = 0,025, with variance between areas 0,025² more: 0,2 ± 1,959964·0,0353553.
    low, high = FunnelLimits(0.04, proportion=False, tau2=0.025**2).limits([400], INNER)
    assert [float(low[0]), float(high[0])] == pytest.approx([0.130705**2, 0.269295**2], abs=1e-6)


def test_limits_stay_within_what_can_be() -> None:
    low, high = FunnelLimits(0.5, proportion=True, tau2=4.0).limits([3], OUTER)
    assert (float(low[0]), float(high[0])) == (0.0, 1.0)
    assert float(FunnelLimits(0.001, proportion=False).limits([10], OUTER)[0][0]) == 0.0


def test_rounding_to_five_doubles_the_variance_where_it_equals_that_of_the_count() -> None:
    # A number rounded to 5 has a variance of 25/12 of its own; a rate of 1/1.200 among 2.500 has 25/12 cases.
    exact, rounded = (FunnelLimits(1 / 1200, proportion=False, rounded_to=r) for r in (0, 5))
    z = exact.z_scores([0.002], [2500])[0], rounded.z_scores([0.002], [2500])[0]
    assert z[0] / z[1] == pytest.approx(math.sqrt(2))


def test_equal_areas_have_limits_of_chance_alone() -> None:
    found = fit_funnel([0.1] * 9, [200] * 9, 0.1, proportion=True)
    assert (found.phi, found.tau2) == (pytest.approx(0), 0)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 0.9), st.integers(20, 20_000)), min_size=8, max_size=30),
    st.floats(0.01, 0.6),
    st.booleans(),
)
def test_limits_are_ordered_and_close_in_as_areas_grow(
    areas: list[tuple[float, int]], target: float, proportion: bool
) -> None:
    values, sizes = zip(*areas, strict=True)
    found = fit_funnel(values, sizes, target, proportion=proportion)
    grid = np.linspace(20, 20_000, 40)
    (inner_low, inner_high), (outer_low, outer_high) = (found.limits(grid, part) for part in (INNER, OUTER))
    edge = 1e-12
    assert (outer_low <= inner_low + edge).all()
    assert (inner_low <= target + edge).all()
    assert (target <= inner_high + edge).all()
    assert (inner_high <= outer_high + edge).all()
    assert (np.diff(outer_high) <= edge).all()
    assert (np.diff(outer_low) >= -edge).all()
