"""Season and resemblance: against published tables, exact series, and pandas."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from socdom.stats.autocorrelation import lag_one
from socdom.stats.f_distribution import f_tail
from socdom.stats.seasonal import cycles, season_chance, season_factors

SEASON = np.array([3.0, -1.0, -4.0, 2.0])


def quarters(number: int, start: int = 0) -> np.ndarray:
    return (np.arange(number) + start) % 4


# Published percentage points of the F distribution: (numerator, denominator) → F at 5 % and at 1 %.
TABLE = {
    (3, 3): (9.28, 29.46),
    (3, 7): (4.35, 8.45),
    (3, 11): (3.59, 6.22),
    (3, 15): (3.29, 5.42),
    (3, 30): (2.92, 4.51),
    (1, 10): (4.96, 10.04),
}


@pytest.mark.parametrize("degrees", TABLE)
def test_the_published_table_of_f(degrees: tuple[int, int]) -> None:
    five, one = TABLE[degrees]
    assert f_tail(five, *degrees) == pytest.approx(0.05, rel=0.01)
    assert f_tail(one, *degrees) == pytest.approx(0.01, rel=0.01)


def test_the_ends_of_f() -> None:
    assert f_tail(0, 3, 7) == 1
    assert f_tail(float("inf"), 3, 7) == 0


def test_f_of_one_and_one_is_known_exactly() -> None:
    """With one and one degree of freedom F is the square of a Cauchy number: P(F >= 1) = 1/2."""
    assert f_tail(1, 1, 1) == pytest.approx(0.5)


@pytest.mark.parametrize("start", [0, 3])
def test_a_season_on_a_line_comes_out_exactly(start: int) -> None:
    quarter = quarters(14, start)
    values = 100 + 2.5 * np.arange(14) + SEASON[quarter]
    assert season_factors(values, quarter).tolist() == pytest.approx(SEASON.tolist())
    assert season_chance(values, quarter) == pytest.approx(0, abs=1e-12)


def test_a_gap_changes_nothing_about_an_exact_season() -> None:
    quarter = quarters(16)
    values = 100 - np.arange(16) + SEASON[quarter]
    values[5] = np.nan
    assert season_factors(values, quarter).tolist() == pytest.approx(SEASON.tolist())
    assert cycles(values, quarter) == 3


def test_a_straight_line_has_no_season() -> None:
    assert season_chance(10 + 3.0 * np.arange(16), quarters(16)) == 1
    assert season_chance(np.full(16, 5.0), quarters(16)) == 1


def test_too_few_quarters_have_no_season() -> None:
    values = SEASON[quarters(7)] + 50
    assert season_chance(values, quarters(7)) == 1
    # Eight values, two of each: 8 - 5 = 3 to spare.
    assert season_chance(SEASON[quarters(8)] + 50, quarters(8)) == 0


def test_chance_is_as_often_below_five_percent_as_it_says() -> None:
    draw = np.random.default_rng(11)
    found = [season_chance(draw.normal(50, 3, 16), quarters(16)) for _ in range(800)]
    assert np.mean(np.array(found) <= 0.05) == pytest.approx(0.05, abs=0.025)
    assert np.mean(found) == pytest.approx(0.5, abs=0.04)


def test_resemblance_as_pandas_has_it() -> None:
    """Pandas correlates with means of their own; for a long series the two are alike."""
    draw = np.random.default_rng(3)
    values = np.cumsum(draw.normal(0, 1, 3000)) * 0.01 + draw.normal(0, 0.3, 3000)
    assert lag_one(values) == pytest.approx(pd.Series(values).autocorr(1), abs=0.01)


def test_resemblance_by_hand() -> None:
    # 1, 2, 3: apart -1, 0, 1; pairs 0 + 0 = 0. 1, 1, 2, 2: apart -½ -½ ½ ½; pairs ¼ - ¼ + ¼ = ¼; squares 1.
    assert lag_one(np.array([1.0, 2.0, 3.0])) == 0
    assert lag_one(np.array([1.0, 1.0, 2.0, 2.0])) == pytest.approx(0.25)


def test_resemblance_over_a_gap_is_not_counted() -> None:
    assert lag_one(np.array([1.0, np.nan, 1.0])) == 0
    assert lag_one(np.full(5, 2.0)) == 0
    assert lag_one(np.full(3, np.nan)) == 0
    # Apart -½ -½ . ½ ½: two pairs of ¼, as three of them.
    assert lag_one(np.array([1.0, 1.0, np.nan, 2.0, 2.0])) == pytest.approx(0.75)
