"""What is expected of late declarations, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from socdom.measures.late_amounts import LateAmounts
from socdom.measures.late_backtest import back_test
from socdom.measures.late_estimate import estimate, past_errors, past_estimates, pools
from socdom.quarters import Quarter
from socdom.stats.triangle import cumulative


def made(
    final: list[list[float]], part: list[float], days: list[list[float]] | None = None, lines: float = 100
) -> LateAmounts:
    """Groups of quarters that all grow alike: `final` per group and quarter, of which `part` is in at each age."""
    finals = np.array(final, dtype=float)
    origins = finals.shape[1]
    ages = min(origins, 9)
    full = (part + [1.0] * ages)[:ages]
    known = ~np.isnan(cumulative(np.ones((origins, ages))))
    cents = np.where(known, finals[:, :, None] * np.array(full), np.nan)
    given = np.array(days if days is not None else np.zeros_like(finals), dtype=float)
    shape = (len(finals), origins, ages)
    return LateAmounts(
        groups=tuple(f"{number:02}" for number in range(len(finals))),
        first=Quarter(2018, 1),
        cents=cents,
        lines=np.where(known, lines, np.nan) * np.ones(shape),
        days=np.where(known, given[:, :, None] * np.ones(shape), np.nan),
    )


TEN = [1000.0 + 10 * number for number in range(10)]


def test_when_all_grow_alike_the_chain_ladder_knows() -> None:
    late = made([TEN], [0.5, 0.8])
    found = estimate(late, 0)
    assert found is not None
    assert (found.method, found.observed, found.part) == ("ketenladder", 545, pytest.approx(0.5))
    assert found.final == pytest.approx(1090)
    older = estimate(late, 1)
    assert older is not None
    assert older.final == pytest.approx(1080)


def test_the_prior_is_the_allocated_help_at_the_price_of_four_quarters_that_are_complete() -> None:
    # Half, then 80 percent, then all: quarters 5 to 8 of 10 are complete. They cost 2 a day.
    days = [[1, 1, 1, 1, 500, 525, 550, 525, 400, 600]]
    finals = [[9.0, 9, 9, 9, 1000, 1050, 1100, 1050, 1000, 1000]]
    found = estimate(made(finals, [0.5, 0.8], days), 0)
    assert found is not None
    assert found.method == "bornhuetter_ferguson"
    assert found.prior == pytest.approx(2 * 600)
    # 500 is in, half of what 600 days would cost is still to come.
    assert found.final == pytest.approx(500 + 0.5 * 1200)
    second = estimate(made(finals, [0.5, 0.8], days), 1)
    assert second is not None
    assert second.final == pytest.approx(800 + 0.2 * 800)


def test_older_quarters_have_no_prior() -> None:
    found = estimate(made([TEN], [0.5, 0.8, 0.9], [[7.0] * 10]), 2)
    assert found is not None
    assert found.method == "ketenladder"
    assert estimate(made([TEN], [0.5], [[7.0] * 10]), 0, prior=False) == estimate(made([TEN], [0.5]), 0)


def test_groups_are_added_up_each_with_its_own_growth() -> None:
    slow, fast = made([TEN], [0.4]), made([TEN], [0.8])
    both = LateAmounts(
        ("01", "02"),
        slow.first,
        *(np.concatenate([getattr(slow, name), getattr(fast, name)]) for name in ("cents", "lines", "days")),
    )
    found = estimate(both, 0)
    assert found is not None
    assert found.observed == pytest.approx((0.4 + 0.8) * 1090)
    assert found.final == pytest.approx(2 * 1090)


def test_too_few_declarations_in_a_cell_go_to_the_rest() -> None:
    late = made([TEN, TEN, TEN], [0.5])
    late.lines[0] = np.where(np.isnan(late.lines[0]), np.nan, 49)
    late.lines[1] = np.where(np.isnan(late.lines[1]), np.nan, 49)
    assert [(pool.members, pool.pattern) for pool in pools(late)] == [((2,), (2,)), ((0, 1), (0, 1))]
    late.lines[1] = np.where(np.isnan(late.lines[1]), np.nan, 0)
    assert [(pool.members, pool.pattern) for pool in pools(late)] == [((2,), (2,)), ((0, 1), (0, 1, 2))]


def test_too_few_quarters_give_no_estimate() -> None:
    assert estimate(made([TEN[:4]], [0.5]), 0) is None
    assert estimate(made([TEN[:5]], [0.5]), 0) is not None


def test_nothing_at_all_gives_no_estimate() -> None:
    assert estimate(made([[0.0] * 10], [0.5]), 0) is None


def test_where_nothing_came_in_yet_one_bill_is_expected() -> None:
    late = made([TEN], [0.5])
    late.cents[0, -1, 0] = 0
    found = estimate(late, 0)
    assert found is not None
    # All that is in, by all lines (100 a quarter), for each unit of (1 - 0.5) / 0.5.
    mean = np.sum(TEN[:9]) / (10 * 100)
    assert found.final == pytest.approx(0.5 * mean)


def test_where_nothing_ever_is_in_at_first_only_the_allocated_help_can_tell() -> None:
    late = made([TEN], [0.0, 0.8])
    assert estimate(late, 0) is None
    days = [[number / 2 for number in TEN]]  # two cents a day
    found = estimate(made([TEN], [0.0, 0.8], days), 0)
    assert found is not None
    assert (found.observed, found.part, found.final) == (0, 0, pytest.approx(1090))


def test_a_credit_that_takes_back_more_than_was_in_is_no_fault() -> None:
    late = made([TEN], [0.5])
    late.cents[0, -1, 0] = -20
    assert estimate(late, 0) is None


def test_past_errors_are_of_days_with_eight_quarters_and_a_known_outcome() -> None:
    # 20 quarters: the newest outcome is of a year ago, the oldest day saw eight quarters.
    final = [1000.0] * 20
    errors = past_errors(made([final], [0.5, 0.8]), 0)
    assert errors == pytest.approx(np.zeros(9))
    assert [item.back for item in past_estimates(made([final], [0.5]), 0)] == list(range(4, 13))
    assert len(past_errors(made([final], [0.5]), 1)) == 10
    assert len(past_errors(made([final[:11]], [0.5]), 0)) == 0


def test_a_past_error_is_what_would_have_been_said_then() -> None:
    # Until quarter 14 half was in at once; of quarter 14 three quarters.
    late = made([[1000.0] * 20], [0.5])
    late.cents[0, 14, 0] = 750
    (newest, *_) = [item for item in past_estimates(late, 0) if item.back == 5]
    # On that day the chain ladder said twice what was in.
    assert (newest.estimate, newest.outcome) == (pytest.approx(1500), 1000)
    tested = back_test(late, 0, 0.8)
    assert tested.estimates == 9
    # A later day had this quarter among its eight: 8 · 1000 / (7 · 500 + 750); the others were right.
    after = 500 * 8000 / 4250
    assert tested.mape == pytest.approx((0.5 + (1000 - after) / 1000) / 9)
    assert tested.intervals == 0
