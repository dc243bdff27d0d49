"""The run chart against the table of qicharts2, and by hand."""

from __future__ import annotations

import numpy as np
import pytest

from socdom.stats.run_chart import fewest_crossings, longest_run, run_chart

# Useful points → longest ordinary run, fewest ordinary crossings (Anhøj, package qicharts2).
TABLE = {
    10: (6, 2), 11: (6, 2), 12: (7, 3), 13: (7, 3), 14: (7, 4), 15: (7, 4), 16: (7, 4), 17: (7, 5), 18: (7, 5),
    19: (7, 6), 20: (7, 6), 21: (7, 6), 22: (7, 7), 23: (8, 7), 24: (8, 8), 28: (8, 9),
}  # fmt: skip


@pytest.mark.parametrize("useful", TABLE)
def test_the_published_table(useful: int) -> None:
    assert (longest_run(useful), fewest_crossings(useful)) == TABLE[useful]


def side(text: str) -> np.ndarray:
    return np.array([{"+": 1, "-": -1, "0": 0}[sign] for sign in text])


def test_by_hand() -> None:
    chart = run_chart(side("++-+--0-+++"))
    assert (chart.useful, chart.longest, chart.crossings, chart.current) == (10, 3, 4, 3)
    assert chart.enough
    assert not chart.long_run
    assert not chart.few_crossings


def test_points_on_the_median_are_passed_over_and_break_no_run() -> None:
    assert run_chart(side("+0+0+0+")).longest == 4


def test_a_step_halfway_has_one_crossing() -> None:
    chart = run_chart(side("-----+++++"))
    assert chart.few_crossings
    assert not chart.long_run


def test_with_fewer_than_ten_useful_points_nothing_is_said() -> None:
    chart = run_chart(side("----0+++++"))
    assert not chart.enough
    assert not chart.few_crossings


def test_a_long_run_that_is_over_is_no_run_that_goes_on() -> None:
    over, going = run_chart(side("+++++++--+")), run_chart(side("+--+++++++"))
    assert over.long_run
    assert not over.in_long_run
    assert going.in_long_run


def test_without_points_beside_the_median() -> None:
    assert run_chart(side("000")).useful == 0
