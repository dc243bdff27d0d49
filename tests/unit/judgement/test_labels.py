"""The label of a judgement, and whether its signal is towards a goal of the council."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from socdom.editions.goals import GoalRecord, GoalsRecord
from socdom.judgement.labels import about_difference, finding, label, signal_words, tone
from socdom.judgement.model import Adjustment, Rule, Verdict
from socdom.judgement.usual import left_out, usual
from socdom.narrative.signals import signal_sentence
from tests.lib.judged import RISEN, STEADY, a_judgement, an_edition, not_judged, with_goal

UP, DOWN = "omhoog", "omlaag"
GOOD_OR_BAD = ("goed", "slecht", "beter", "best", "ernstig", "zorg", "gunstig", "probleem", "blijvend")


@pytest.mark.parametrize(
    ("rule", "direction", "expected"),
    [
        (Rule.OUTSIDE, UP, "Signaal: hoger dan gewoon"),
        (Rule.OUTSIDE, DOWN, "Signaal: lager dan gewoon"),
        (Rule.TREND, UP, "Signaal: stijgt al langer"),
        (Rule.TREND, DOWN, "Signaal: daalt al langer"),
        (Rule.TWO_OF_THREE, UP, "Signaal: vaker hoog dan gewoon"),
        (Rule.TWO_OF_THREE, DOWN, "Signaal: vaker laag dan gewoon"),
        (Rule.SHIFT, UP, "Signaal: al langer hoger"),
        (Rule.SHIFT, DOWN, "Signaal: al langer lager"),
        (Rule.LONG_RUN, UP, "Signaal: al langer hoger"),
        (Rule.LONG_RUN, DOWN, "Signaal: al langer lager"),
        (Rule.FEW_CROSSINGS, UP, "Signaal: blijft aan de hoge kant"),
        (Rule.FEW_CROSSINGS, DOWN, "Signaal: blijft aan de lage kant"),
    ],
)
def test_a_signal_is_named_by_what_the_figures_do(rule: Rule, direction: str, expected: str) -> None:
    judgement = a_judgement(RISEN, rule, direction)
    assert label(judgement) == expected
    assert label(judgement) == f"Signaal: {finding(rule, direction)}"


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.TOO_FEW, "Te weinig kwartalen"),
        (Verdict.TOO_SMALL, "Kleine aantallen"),
        (Verdict.NOT_SHOWN, "Niet getoond"),
        (Verdict.NOT_JUDGED, "Niet beoordeeld"),
    ],
)
def test_what_is_not_judged_says_why_in_two_or_three_words(verdict: Verdict, expected: str) -> None:
    assert label(not_judged(verdict)) == expected
    assert signal_words(not_judged(verdict)) == ""


def test_no_signal_is_said_aloud() -> None:
    assert label(a_judgement(STEADY)) == "Geen signaal"


def test_no_label_says_that_something_is_good_or_bad() -> None:
    for rule, direction in product(Rule, (UP, DOWN)):
        found = label(a_judgement(RISEN, rule, direction)).lower()
        assert not any(word in found for word in GOOD_OR_BAD)


@pytest.mark.parametrize(
    ("adjustment", "rule", "of_difference"),
    [
        (Adjustment.CHANGE, Rule.SHIFT, True),
        (Adjustment.SAME_QUARTER, Rule.SHIFT, True),
        (Adjustment.SAME_QUARTER, Rule.TREND, True),
        (Adjustment.SEASON_CHANGE, Rule.FEW_CROSSINGS, True),
        (Adjustment.SAME_QUARTER, Rule.TWO_OF_THREE, True),
        # A trend of changes is looked for in figures.
        (Adjustment.CHANGE, Rule.TREND, False),
        (Adjustment.SEASON, Rule.SHIFT, False),
        (Adjustment.NONE, Rule.SHIFT, False),
    ],
)
def test_a_signal_about_a_difference_says_so(adjustment: Adjustment, rule: Rule, of_difference: bool) -> None:
    judgement = a_judgement(RISEN, rule, adjustment=adjustment)
    assert about_difference(judgement) is of_difference
    assert ("verschil met vorig" in label(judgement)) is of_difference


@pytest.mark.parametrize(
    ("adjustment", "change", "direction", "expected"),
    [
        # A stock that fell for years and rises once is still low: only its change is unusual.
        (Adjustment.CHANGE, 40.0, UP, "steeg meer dan gewoon"),
        (Adjustment.CHANGE, 0.0, UP, "daalde niet zo veel als gewoon"),
        (Adjustment.CHANGE, -5.0, UP, "daalde niet zo veel als gewoon"),
        (Adjustment.CHANGE, -90.0, DOWN, "daalde meer dan gewoon"),
        (Adjustment.CHANGE, 5.0, DOWN, "steeg niet zo veel als gewoon"),
        (Adjustment.SAME_QUARTER, 40.0, UP, "steeg in een jaar meer dan gewoon"),
        (Adjustment.SEASON_CHANGE, -40.0, DOWN, "daalde zonder seizoen meer dan gewoon"),
    ],
)
def test_a_change_beyond_its_limits_is_not_called_a_high_or_low_figure(
    adjustment: Adjustment, change: float, direction: str, expected: str
) -> None:
    judgement = a_judgement(RISEN, Rule.OUTSIDE, direction, adjustment=adjustment)
    newest = replace(judgement.points[-1], judged=change)
    judgement = replace(judgement, points=(*judgement.points[:-1], newest))
    assert label(judgement) == f"Signaal: {expected}"
    verb, _, size = expected.partition(" ")
    assert signal_sentence(judgement) == f"In het 4e kwartaal 2020 {verb} het cijfer {size}."


@pytest.mark.parametrize(
    ("wanted", "direction", "expected"),
    [
        ("hoger", UP, "naar het doel"),
        ("hoger", DOWN, "van het doel af"),
        ("lager", UP, "van het doel af"),
        ("lager", DOWN, "naar het doel"),
        ("", UP, "neutraal"),
    ],
)
def test_only_a_goal_of_the_council_gives_a_signal_a_side(
    tmp_path: Path, wanted: str, direction: str, expected: str
) -> None:
    edition = with_goal(an_edition(tmp_path / "e", RISEN), wanted)
    assert tone(edition, a_judgement(RISEN, Rule.SHIFT, direction, 7)) == expected


def test_without_a_goal_or_with_goals_that_disagree_a_signal_is_neutral(tmp_path: Path) -> None:
    edition = an_edition(tmp_path / "e", RISEN)
    judgement = a_judgement(RISEN, Rule.SHIFT, length=7)
    assert tone(edition, judgement) == "neutraal"
    goals = [
        GoalRecord(goal="Een doel.", indicator=indicator, direction=direction, document="Begroting")
        for indicator, direction in (("proef", "hoger"), ("proef", "lager"), ("ander", "hoger"))
    ]
    edition.goals = GoalsRecord(goals=tuple(goals))
    assert tone(edition, judgement) == "neutraal"
    edition.goals = GoalsRecord(goals=tuple(goals[2:]))
    assert tone(edition, judgement) == "neutraal", "a goal for another figure says nothing"


def test_a_goal_says_nothing_about_a_difference(tmp_path: Path) -> None:
    edition = with_goal(an_edition(tmp_path / "e", RISEN), "hoger")
    for adjustment, expected in ((Adjustment.CHANGE, "neutraal"), (Adjustment.SEASON, "naar het doel")):
        assert tone(edition, a_judgement(RISEN, Rule.SHIFT, length=7, adjustment=adjustment)) == expected
    trend = a_judgement(RISEN, Rule.TREND, length=7, adjustment=Adjustment.CHANGE)
    assert tone(edition, trend) == "naar het doel", "of changes the trend is of the figure itself"


def test_the_usual_range_is_that_of_the_newest_judged_quarter() -> None:
    values = [*STEADY, 900.0]
    found = usual(a_judgement(values, incomplete=True))
    assert found is not None
    assert (found.centre, found.lower, found.upper) == pytest.approx(
        (16965 / 12, 16965 / 12 - 50, 16965 / 12 + 50)
    )
    moving = usual(a_judgement(RISEN, adjustment=Adjustment.CHANGE))
    assert moving is not None
    # The quarter before is 1.460, the mean change 5, the limits 50 from it.
    assert (moving.centre, moving.lower, moving.upper) == (1465.0, 1415.0, 1515.0)
    assert usual(not_judged(Verdict.TOO_FEW)) is None


def test_quarters_that_take_no_part_are_named_without_a_word_about_their_height() -> None:
    values = [*RISEN, 700.0]
    judgement = a_judgement(values, Rule.SHIFT, length=7, incomplete=True)
    assert left_out(judgement) == "Het 4e kwartaal 2020 telt nog niet mee: er komen nog gegevens bij."
    waiting = (
        *judgement.points[:-2],
        replace(judgement.points[-2], judged=None, complete=False),
        judgement.points[-1],
    )
    two = left_out(replace(judgement, points=waiting))
    assert two == (
        "Het 3e kwartaal 2020 tot en met het 4e kwartaal 2020 tellen nog niet mee: er komen nog gegevens bij."
    )
    assert len(two.split(" ")) <= 20
    assert left_out(a_judgement(RISEN)) == ""
