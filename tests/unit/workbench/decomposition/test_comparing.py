"""Which two periods are held beside each other."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from socdom.errors import ParameterError
from socdom.judgement.model import Adjustment, Judgement, Method, Point, Rule, Signal, Stretch, Verdict
from socdom.quarters import period_phrase
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


@pytest.mark.parametrize(
    ("against", "expected"), [("jaar", "2019Q2"), ("kwartaal", "2020Q1"), ("2018Q3", "2018Q3")]
)
def test_it_can_be_chosen(against: str, expected: str) -> None:
    series = judged(Adjustment.NONE, Rule.OUTSIDE, "2020Q4")
    assert compared(series, PERIODS, "2020Q2", against).before == expected


NOTHING = Judgement("x", "GM9998", Verdict.NOT_JUDGED)


@pytest.mark.parametrize(
    ("periods", "expected", "words"),
    [
        ("2018 2021", "2018", "Van 2020 is er geen cijfer om mee te vergelijken. Wij nemen 2018: het laatste jaar"),
        ("2016 2018 2021", "2018", "Wij nemen 2018"),
        ("2018Q4 2020Q2 2020Q4", "2018Q4", "Wij nemen het 4e kwartaal 2018: hetzelfde kwartaal in het laatste jaar"),
        ("2019Q2 2020Q2 2020Q4", "2020Q2", "Wij nemen het 2e kwartaal 2020: het laatste kwartaal ervoor"),
    ],
)  # fmt: skip
def test_without_a_figure_of_a_year_earlier_it_is_the_nearest_before(
    periods: str, expected: str, words: str
) -> None:
    found = compared(NOTHING, periods.split())
    assert (found.before, found.now) == (expected, periods.split()[-1])
    assert words in found.why
    assert ("Let op: dat is een ander deel van het jaar." in found.why) == (expected == "2020Q2")


def test_of_a_figure_that_is_judged_by_its_change_it_is_the_quarter_nearest_to_it() -> None:
    series = judged(Adjustment.CHANGE, Rule.OUTSIDE, "2020Q4")
    found = compared(series, ["2019Q4", "2020Q1", "2020Q4"])
    assert found.before == "2020Q1"
    assert "Wij nemen het 1e kwartaal 2020: het laatste kwartaal ervoor met een cijfer." in found.why
    assert "Let op" not in found.why


def test_a_signal_that_began_long_ago_is_held_against_the_last_quarter_before_it() -> None:
    series = judged(Adjustment.NONE, Rule.SHIFT, "2019Q2")
    found = compared(series, ["2017Q4", "2019Q4", "2020Q4"])  # 2018Q4 has no figure, 2019Q4 is of the signal
    assert (found.before, "sinds het 2e kwartaal 2019" in found.why) == ("2017Q4", True)
    found = compared(series, ["2019Q4", "2020Q4"])
    assert (found.before, "een jaar eerder" in found.why) == ("2019Q4", True)


@given(
    st.sets(st.integers(2010 * 4, 2020 * 4 + 3), min_size=2, max_size=12),
    st.booleans(),
    st.sampled_from(list(Adjustment)),
    st.sampled_from(list(Rule)),
)
def test_with_an_earlier_figure_there_is_always_something_to_compare_with(
    numbers: set[int], yearly: bool, how: Adjustment, rule: Rule
) -> None:
    quarters = [f"{number // 4}Q{number % 4 + 1}" for number in sorted(numbers)]
    periods = sorted({quarter[:4] for quarter in quarters}) if yearly else quarters
    assume(len(periods) > 1)
    found = compared(judged(how, rule, "2019Q2"), periods)
    assert found.before in periods
    assert found.before < found.now
    assert "geen cijfer" not in found.why or f"Wij nemen {period_phrase(found.before)}:" in found.why


@pytest.mark.parametrize(
    ("periods", "now", "against", "told"),
    [
        ("2019Q4 2020Q4", "2021Q1", "", "een kwartaal met een cijfer, gevonden: '2021Q1'. Kies uit 2019Q4, 2020Q4."),
        ("2019 2020", "2018", "", "een jaar met een cijfer, gevonden: '2018'. Kies uit 2019, 2020."),
        ("2018Q1 2018Q4 2020Q4", "", "jaar", "gevonden: '2019Q4'. Kies uit 2018Q1, 2018Q4, of laat het leeg"),
        ("2018Q4 2020Q4", "", "kwartaal", "een kwartaal met een cijfer, gevonden: '2020Q3'. Kies uit 2018Q4, of"),
        ("2018 2020", "", "kwartaal", "een jaar met een cijfer, gevonden: 'kwartaal'. Kies uit 2018, of laat het"),
        ("2018 2020", "", "middenlijn", "een jaar met een cijfer, gevonden: 'middenlijn'"),
        ("2018 2020", "", "2020", "gevonden: '2020'. Kies uit 2018, of"),  # with itself
        ("2018 2020", "", "vorig jaar", "gevonden: 'vorig jaar'"),
        ("2018 2020", "2018", "", "een periode die niet de eerste is, gevonden: '2018'. Kies uit 2020."),
        ("2020", "", "", "x: een cijfer van meer dan één periode, gevonden: alleen 2020. Kies een cijfer waar in"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_told_with_the_way_out(
    periods: str, now: str, against: str, told: str
) -> None:
    with pytest.raises(ParameterError) as refused:
        compared(NOTHING, periods.split(), now, against)
    assert told in refused.value.report()


def test_of_many_periods_the_last_are_told() -> None:
    with pytest.raises(ParameterError) as refused:
        compared(NOTHING, [str(year) for year in range(1990, 2021)], "1980")
    assert "Kies uit onder meer 2009, " in refused.value.report()
    assert refused.value.report().endswith("2019, 2020.")


def test_of_a_difference_nothing_is_asked() -> None:
    found = compared(NOTHING, ["2020Q4"], is_difference=True)
    assert (found.before, found.now) == ("2019Q4", "2020Q4")
    assert "zelf al een verschil" in found.why
