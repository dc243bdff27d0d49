"""Which two periods are held beside each other."""

from __future__ import annotations

import pytest

from socdom.errors import ParameterError
from socdom.judgement.model import Adjustment, Judgement, Method, Point, Rule, Signal, Stretch, Verdict
from socdom.workbench.decomposition.comparing import compared

PERIODS = [f"{year}Q{n}" for year in range(2017, 2021) for n in range(1, 5)]


def judged(how: Adjustment, rule: Rule, since: str) -> Judgement:
    """In the fourth quarters 10, 12 and 30; the centre is 13."""
    values = {"2017Q4": 10.0, "2018Q4": 12.0, "2019Q4": 30.0}
    points = tuple(Point(period, values.get(period, 13.0), values.get(period, 13.0)) for period in PERIODS)
    signal = Signal("x", "GM9998", rule, "omhoog", since, "2020Q4")
    stretch = Stretch("2017Q1", "2020Q4", 13.0)
    return Judgement("x", "GM9998", Verdict.SIGNAL, Method.XMR, how, points, (stretch,), signal)


@pytest.mark.parametrize(
    ("how", "rule", "since", "expected"),
    [
        (Adjustment.SAME_QUARTER, Rule.OUTSIDE, "2020Q4", "2019Q4"),
        (Adjustment.CHANGE, Rule.OUTSIDE, "2020Q4", "2020Q3"),
        (Adjustment.NONE, Rule.SHIFT, "2019Q2", "2018Q4"),
        (Adjustment.NONE, Rule.OUTSIDE, "2020Q4", "2018Q4"),  # 12 lies nearest to 13
    ],
)
def test_it_follows_the_judgement(how: Adjustment, rule: Rule, since: str, expected: str) -> None:
    found = compared(judged(how, rule, since), PERIODS)
    assert (found.before, found.now) == (expected, "2020Q4")


def test_a_figure_of_which_nothing_is_published_says_so() -> None:
    with pytest.raises(ParameterError, match=r"x: .*in deze editie staan er geen cijfers van"):
        compared(Judgement("x", "GM9998", Verdict.NOT_JUDGED), [])


@pytest.mark.parametrize(
    ("against", "expected"), [("jaar", "2019Q2"), ("kwartaal", "2020Q1"), ("2018Q3", "2018Q3")]
)
def test_it_can_be_chosen(against: str, expected: str) -> None:
    series = judged(Adjustment.NONE, Rule.OUTSIDE, "2020Q4")
    assert compared(series, PERIODS, "2020Q2", against).before == expected


@pytest.mark.parametrize(("now", "against"), [("2021Q1", ""), ("2017Q2", "jaar"), ("2018Q1", "2019Q1")])
def test_a_period_without_a_figure_is_refused(now: str, against: str) -> None:
    with pytest.raises(ParameterError, match="een periode met een cijfer"):
        compared(judged(Adjustment.NONE, Rule.OUTSIDE, "2020Q4"), PERIODS, now, against)
