"""Laney's limits by hand, where they must equal the XmR, and where they must equal a plain p chart."""

from __future__ import annotations

import numpy as np
import pytest

from socdom.stats.laney import laney_limits
from socdom.stats.xmr import xmr_limits


def test_p_by_hand() -> None:
    # 30 of 100, 80 of 400, 50 of 100: centre 160 / 600 = 4/15, variance 4/15 x 11/15 = 44/225.
    sizes = np.array([100.0, 400.0, 100.0])
    found = laney_limits(np.array([0.3, 0.2, 0.5]), sizes, "p")
    sigma = (44 / 225) ** 0.5 / np.array([10, 20, 10])
    z = [(0.3 - 4 / 15) / sigma[0], (0.2 - 4 / 15) / sigma[1], (0.5 - 4 / 15) / sigma[2]]
    sigma_z = (abs(z[1] - z[0]) + abs(z[2] - z[1])) / 2 / 1.128
    assert found.centre == pytest.approx(4 / 15)
    assert found.sigma_z == pytest.approx(sigma_z)
    assert found.reach.tolist() == pytest.approx((3 * sigma * sigma_z).tolist())


def test_u_by_hand() -> None:
    # 20 per 1.000 and 80 per 2.000: centre 100 / 3.000; z = -1/sqrt(30) x ... worked out below.
    found = laney_limits(np.array([0.02, 0.04]), np.array([1000.0, 2000.0]), "u")
    sigma = [(1 / 30 / 1000) ** 0.5, (1 / 30 / 2000) ** 0.5]
    apart = (0.04 - 1 / 30) / sigma[1] - (0.02 - 1 / 30) / sigma[0]
    assert found.centre == pytest.approx(1 / 30)
    assert found.sigma_z == pytest.approx(apart / 1.128)


def test_with_equal_sizes_it_is_the_xmr() -> None:
    """3 / 1,128 is 2,66: with one size for all the two differ in the third decimal of that number only."""
    rates = np.array([0.21, 0.25, 0.19, 0.30, 0.27, 0.22, 0.24, 0.20])
    found = laney_limits(rates, np.full(8, 50.0), "p")
    xmr = xmr_limits(rates)
    assert found.centre == pytest.approx(xmr.centre)
    assert found.reach == pytest.approx(np.full(8, xmr.reach), rel=1e-3)


def test_chance_of_counting_alone_gives_a_plain_p_chart() -> None:
    draw = np.random.default_rng(7)
    sizes = draw.integers(200, 800, 4000).astype(float)
    found = laney_limits(draw.binomial(sizes.astype(int), 0.3) / sizes, sizes, "p")
    # Screening leaves ranges below 3,686 out of a half normal distribution: (1 - exp(-3,686² / 4)) / 0,9908 = 0,9755.
    assert found.sigma_z == pytest.approx(0.9755, abs=0.03)
    assert found.reach == pytest.approx(3 * np.sqrt(0.3 * 0.7 / sizes), rel=0.06)


def test_a_large_whole_that_varies_by_itself_gets_wide_limits() -> None:
    """Of 50.000 people a p chart has limits of 0,3 points; the series varies by a whole point."""
    draw = np.random.default_rng(8)
    rates = 0.05 + draw.normal(0, 0.01, 400)
    found = laney_limits(rates, np.full(400, 50_000.0), "p")
    assert found.reach[0] == pytest.approx(0.03, rel=0.15)
    assert found.reach[0] > 5 * 3 * (0.05 * 0.95 / 50_000) ** 0.5


def test_limits_learned_from_a_part_are_given_for_all() -> None:
    rates, sizes = np.array([0.2, 0.3, 0.2, 0.9]), np.array([100.0, 100.0, 100.0, 400.0])
    found = laney_limits(rates, sizes, "p", slice(0, 3))
    alone = laney_limits(rates[:3], sizes[:3], "p")
    assert found.centre == alone.centre == pytest.approx(7 / 30)
    assert found.reach[:3].tolist() == alone.reach.tolist()
    # Four times as many people: half as wide.
    assert found.reach[3] == pytest.approx(alone.reach[0] / 2)


def test_a_gap_takes_no_part() -> None:
    rates, sizes = np.array([0.2, np.nan, 0.3, 0.2]), np.array([100.0, 100.0, 100.0, 100.0])
    found = laney_limits(rates, sizes, "p")
    assert found.centre == pytest.approx(70 / 300)
    assert np.isfinite(found.sigma_z)


@pytest.mark.parametrize("rate", [0.0, 1.0])
def test_all_or_nobody_has_no_limits(rate: float) -> None:
    assert np.isnan(laney_limits(np.full(5, rate), np.full(5, 10.0), "p").sigma_z)
