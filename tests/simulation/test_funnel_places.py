"""How often chance alone puts a wijk on the edge of a funnel or outside it, when wijken are alike and when they differ."""

from __future__ import annotations

import numpy as np
import pytest

from socdom.narrative.funnels import AMONG, AMONG_WIDENED
from socdom.stats.funnel import INNER, OUTER, fit_funnel

RATE = 0.075


def beyond(areas: int, differ: float, towns: int) -> tuple[float, float]:
    """Part of the wijken beyond the inner and beyond the outer limits.

    Args:
        areas: wijken per town, of 1.500 to 11.000 inhabitants, with counts rounded to 5.
        differ: standard deviation between wijken of the square root of their rate, which is 0,27 on average.
        towns: how many are made.
    """
    rng = np.random.default_rng(1)
    inner = outer = 0
    for _ in range(towns):
        sizes = rng.integers(1500, 11_000, areas)
        rates = np.maximum(np.sqrt(RATE) + differ * rng.standard_normal(areas), 0) ** 2
        counts = np.round(rng.poisson(rates * sizes) / 5) * 5
        values = counts / sizes
        found = fit_funnel(values, sizes, counts.sum() / sizes.sum(), proportion=False, rounded_to=5)
        for part in (INNER, OUTER):
            low, high = found.limits(sizes, part)
            number = int(((values < low) | (values > high)).sum())
            inner, outer = (inner + number, outer) if part == INNER else (inner, outer + number)
    return inner / (areas * towns), outer / (areas * towns)


def test_one_in_twenty_wijken_that_are_alike_at_most() -> None:
    inner, outer = beyond(10, 0.0, 150)
    assert inner <= 1 / AMONG
    assert outer <= 0.005


def test_one_in_ten_wijken_that_differ() -> None:
    inner, outer = beyond(10, 0.03, 150)
    assert inner == pytest.approx(1 / AMONG_WIDENED, abs=0.03)
    assert outer <= 0.03


@pytest.mark.long
@pytest.mark.parametrize("areas", [8, 12, 20])
@pytest.mark.parametrize("differ", [0.0, 0.02, 0.05])
def test_how_often_chance_puts_a_wijk_beyond_the_limits(areas: int, differ: float) -> None:
    inner, outer = beyond(areas, differ, 2000)
    assert 0.02 <= inner <= (0.12 if differ else 1 / AMONG)
    assert outer <= (0.02 if differ else 0.003)
