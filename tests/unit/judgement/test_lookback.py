"""What an earlier edition told beside what came of it; worked out by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.editions.additions import Additions
from socdom.editions.expected import ExpectedRecord
from socdom.editions.goals import GoalRecord, GoalsRecord, PromiseRecord
from socdom.editions.lookback import ToldEdition, ToldExpected
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.judgement.lookback import hidden_since, miss, told_edition
from tests.lib.small_edition import description, figure, periods, small_edition

THEN = {"period": "2020Q3", "figures_as_of": date(2020, 11, 15)}


def told(
    tmp_path: Path, before: list[Figure], now: list[Figure], form: str = "aantal", **more: Additions
) -> ToldEdition:
    texts = [description(form, key_figure=True)]
    return told_edition(
        small_edition(tmp_path / "old", before, texts, additions=more.get("old"), **THEN),
        small_edition(tmp_path / "new", now, texts, additions=more.get("new")),
    )


def test_a_key_figure_is_the_number_of_the_newest_period_then_and_that_period_now(tmp_path: Path) -> None:
    before = [figure("2020Q2", 90.0), figure("2020Q3", 100.0, "voorlopig")]
    now = [figure("2020Q2", 90.0), figure("2020Q3", 110.0), figure("2020Q4", 500.0, "voorlopig")]
    (found,) = told(tmp_path, before, now).figures
    assert (found.period, found.old, found.new, found.reason) == (
        "2020Q3",
        100.0,
        110.0,
        "Het cijfer was voorlopig.",
    )


def test_a_key_figure_that_stayed_the_same_has_no_reason(tmp_path: Path) -> None:
    same = [figure("2020Q3", 100.0, "voorlopig")]
    (found,) = told(tmp_path, same, same).figures
    assert (found.old, found.new, found.reason) == (100.0, 100.0, "")


def test_what_is_hidden_now_is_not_repeated(tmp_path: Path) -> None:
    (found,) = told(tmp_path, [figure("2020Q3", 100.0)], [figure("2020Q3", None)]).figures
    assert (found.old, found.new, found.status) == (None, None, "geheim")
    assert "100" not in found.model_dump_json()


def test_what_was_hidden_then_is_not_told(tmp_path: Path) -> None:
    assert told(tmp_path, [figure("2020Q3", None)], [figure("2020Q3", 100.0)]).figures == ()


def _expecting(**changes: object) -> Additions:
    values = {"indicator": "proef", "period": "2020Q3", "completeness": 80, "expected": 120_000.0, "low": 110_000.0,
              "high": 130_000.0, "method": "ketenladder", "errors": 8}  # fmt: skip
    return Additions(expected=(ExpectedRecord.model_validate(values | changes),))


@pytest.mark.parametrize(
    ("now", "outcome", "expected"),
    [
        (figure("2020Q3", 125_000.0, "voorlopig"), 125_000.0, 120_000.0),
        (figure("2020Q3", 118_000.0, "onvolledig"), None, 120_000.0),
        (figure("2020Q3", None), None, None),
    ],
)
def test_an_expected_amount_beside_its_outcome(
    tmp_path: Path, now: Figure, outcome: float | None, expected: float | None
) -> None:
    before = [figure("2020Q3", 96_000.0, "onvolledig")]
    (found,) = told(tmp_path, before, [now], "euro", old=_expecting()).expected
    assert (found.outcome, found.expected) == (outcome, expected)
    assert (found.low is None) == (expected is None)


def _amount(
    expected: float, outcome: float | None, low: float | None = None, high: float | None = None
) -> ToldExpected:
    return ToldExpected(
        indicator="proef",
        period="2020Q3",
        expected=expected,
        low=low,
        high=high,
        outcome=outcome,
        status="definitief",
    )


@pytest.mark.parametrize(
    ("item", "percent", "within"),
    [
        (_amount(110.0, 100.0, 90.0, 120.0), 10.0, True),
        (_amount(110.0, 100.0, 101.0, 120.0), 10.0, False),
        (_amount(90.0, 100.0, 100.0, 120.0), -10.0, True),  # on the bound is within it
        (_amount(90.0, 100.0), -10.0, None),
    ],
)
def test_a_miss_is_a_share_of_what_it_became(item: ToldExpected, percent: float, within: bool | None) -> None:
    found = miss(item)
    assert found is not None
    assert found.percent == pytest.approx(percent)
    assert found.within is within


@pytest.mark.parametrize("outcome", [None, 0.0])
def test_no_miss_without_an_outcome(outcome: float | None) -> None:
    assert miss(_amount(100.0, outcome)) is None


def _agreed(state: str, *, goal: str = "Hooguit 100 inwoners.", number: str = "T-1") -> Additions:
    day = date(2020, 1, 9)
    promise = PromiseRecord.model_validate(
        {
            "kind": "toezegging",
            "number": number,
            "title": "Bericht",
            "day": day,
            "state": state,
            "state_day": day,
        }
    )
    aim = GoalRecord(
        goal=goal, indicator="proef", target=100.0, by="2020Q4", direction="lager", document="Begroting"
    )
    return Additions(goals=GoalsRecord(goals=(aim,), promises=(promise,)))


def test_promises_and_goals_stand_then_and_now(tmp_path: Path) -> None:
    before, now = [figure("2020Q3", 140.0)], [figure("2020Q3", 140.0), figure("2020Q4", 60.0)]
    found = told(tmp_path, before, now, old=_agreed("open"), new=_agreed("afgedaan"))
    assert [(item.old, item.new) for item in found.promises] == [("open", "afgedaan")]
    assert [(item.old, item.new) for item in found.goals] == [("Voldoet nog niet", "Behaald")]


def test_what_was_done_with_then_is_not_told_again_and_what_is_gone_has_no_state_now(tmp_path: Path) -> None:
    same = [figure("2020Q3", 140.0)]
    assert told(tmp_path, same, same, old=_agreed("afgedaan"), new=_agreed("afgedaan")).promises == ()
    gone = told(tmp_path, same, same, old=_agreed("open", number="T-2", goal="Anders."), new=_agreed("open"))
    assert [item.new for item in gone.promises] == [""]
    assert [item.new for item in gone.goals] == [""]


# Twenty quiet quarters, then one far above the limit.
QUIET = [100.0, 102.0, 99.0, 101.0] * 5


def _quarters(values: list[float], last: str) -> list[Figure]:
    return [figure(period, value) for period, value in zip(periods(len(values), last), values, strict=True)]


@pytest.mark.parametrize(
    ("later", "state"),
    [
        ([*QUIET, 110.0, 110.0], "er nog"),
        ([*QUIET, 110.0, 101.0], "voorbij"),
        ([*QUIET, 100.0, 101.0], "door herziening"),
    ],
)
def test_a_signal_of_then_is_still_there_or_gone(tmp_path: Path, later: list[float], state: str) -> None:
    # Weeks are judged as they are; a count of people would be judged by its differences.
    found = told(tmp_path, _quarters([*QUIET, 110.0], "2020Q3"), _quarters(later, "2020Q4"), "weken")
    assert [(item.direction, item.now) for item in found.signals] == [("omhoog", state)]


def test_a_theme_is_quoted_only_while_all_it_showed_is_still_shown(tmp_path: Path) -> None:
    def made(name: str, *figures: Figure) -> Edition:
        return small_edition(tmp_path / name, figures)

    before = made("old", figure("2020Q2", None), figure("2020Q3", 100.0))
    assert not hidden_since(before, made("same", figure("2020Q2", None), figure("2020Q3", 90.0)), "jeugd")
    assert hidden_since(before, made("less", figure("2020Q2", 80.0), figure("2020Q3", None)), "jeugd")
