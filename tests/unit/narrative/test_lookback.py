"""The sentences of the look-back, read as they stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.editions.lookback import ToldEdition, ToldExpected, ToldFigure
from socdom.editions.model import Break
from socdom.judgement.lookback import Miss
from socdom.narrative import lookback as words
from tests.lib.small_edition import description, figure, periods, small_edition


def told(**changes: object) -> ToldEdition:
    values = {
        "edition": "2020Q3",
        "figures_as_of": date(2020, 11, 15),
        "version": "1.0",
        "lines": ("Een zin.",),
    }
    return ToldEdition.model_validate({**values, **changes})


def test_what_was_said_has_its_edition_and_day() -> None:
    assert words.said_heading(told()) == "Wat zeiden wij in de uitgave over het 3e kwartaal 2020?"
    assert words.said_sentence(told()).endswith("bijgewerkt tot 15 november 2020.")


def test_lines_that_are_not_repeated_are_counted() -> None:
    text = words.said_sentence(told(lines_left_out=2))
    assert "2 hoofdlijnen herhalen wij niet: daarin kan een cijfer staan dat nu geheim is." in text
    assert "1 hoofdlijn herhalen" in words.said_sentence(told(lines_left_out=1))
    assert "hoofdlijnen." not in words.said_sentence(told(lines=()))


def _figure(new: float | None, reason: str = "") -> ToldFigure:
    return ToldFigure(
        indicator="proef", period="2020Q3", old=new, new=new, status="definitief", reason=reason
    )


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([_figure(1.0), _figure(2.0)], "Van de 2 kerngetallen van toen is er geen veranderd."),
        ([_figure(1.0, "Anders."), _figure(2.0)], "Van de 2 kerngetallen van toen is er 1 herzien."),
        (
            [_figure(1.0, "Anders."), _figure(None), _figure(None)],
            "Van de 3 kerngetallen van toen is er 1 herzien en zijn er 2 nu niet te tonen.",
        ),
    ],
)
def test_key_figures_then_and_now(items: list[ToldFigure], text: str) -> None:
    assert words.figures_sentence(items) == text


@pytest.mark.parametrize(
    ("miss", "text", "within"),
    [
        (Miss(2.44, True), "2,4% te hoog", "Ja"),
        (Miss(-0.6, False), "0,6% te laag", "Nee"),
        (Miss(0.04, None), "geen verschil", "Geen marge genoemd"),
        (None, "–", "–"),
    ],
)
def test_a_miss_in_words(miss: Miss | None, text: str, within: str) -> None:
    assert (words.miss_text(miss), words.within_text(miss)) == (text, within)


def _amount(outcome: float | None, low: float | None = 90.0) -> ToldExpected:
    high = None if low is None else 120.0
    return ToldExpected(
        indicator="proef",
        period="2020Q3",
        expected=100.0,
        low=low,
        high=high,
        outcome=outcome,
        status="definitief",
    )


@pytest.mark.parametrize(
    ("outcomes", "text"),
    [
        ([None, None], "Van geen van deze verwachtingen is de uitkomst al bekend."),
        (
            [100.0],
            "Van de verwachting is de uitkomst bekend. De uitkomst lag binnen de marge die wij noemden.",
        ),
        (
            [100.0, 200.0, None],
            "Van 2 van de 3 verwachtingen is de uitkomst bekend. De uitkomst lag 1 van de 2 keer binnen de marge die "
            "wij noemden.",
        ),
        (
            [200.0, 300.0],
            "Van 2 van de 2 verwachtingen is de uitkomst bekend. Geen uitkomst lag binnen de marge die wij noemden.",
        ),
    ],
)
def test_how_often_an_outcome_lay_within_its_range(outcomes: list[float | None], text: str) -> None:
    assert words.expected_summary([_amount(outcome) for outcome in outcomes]) == text


def test_without_a_range_nothing_is_said_of_one() -> None:
    assert "marge" not in words.expected_summary([_amount(100.0, low=None)])


@pytest.mark.parametrize(
    ("pairs", "text"),
    [
        ([("open", "open")], "Van 1 doel staat er geen nu anders voor dan toen."),
        ([("open", "af"), ("open", "open")], "Van 2 doelen staat er 1 nu anders voor dan toen."),
        ([("open", "af"), ("open", "weg")], "Van 2 doelen staan er 2 nu anders voor dan toen."),
    ],
)
def test_how_many_goals_stand_otherwise(pairs: list[tuple[str, str]], text: str) -> None:
    assert words.states_summary(pairs, "doel", "doelen") == text


def test_years_are_compared_in_the_same_quarter_and_after_a_break(tmp_path: Path) -> None:
    broken = description(breaks=(Break(period="2018Q1", label="Nieuw", text="Nieuw"),))
    figures = [
        figure(period, float(at)) for at, period in enumerate(periods(16), start=100)
    ]  # 2017Q1 to 2020Q4
    edition = small_edition(tmp_path / "a", figures, lookback=16)
    assert words.years_finding(edition, "proef") == "Inwoners met hulp: 103 in 2017, nu 115"
    edition = small_edition(tmp_path / "b", figures, [broken], lookback=16)
    assert words.years_finding(edition, "proef") == "Inwoners met hulp: 107 in 2018, nu 115"


def test_an_incomplete_quarter_is_no_end_of_a_line_over_years(tmp_path: Path) -> None:
    figures = [figure(period, 100.0 + at) for at, period in enumerate(periods(8))]
    figures[-1] = figure("2020Q4", 7.0, "onvolledig")
    edition = small_edition(tmp_path, figures)
    assert words.years_finding(edition, "proef") == "Inwoners met hulp: 102 in 2019, nu 106"


def test_one_year_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    edition = small_edition(tmp_path, [figure("2020Q4", 5.0)])
    assert (
        words.years_finding(edition, "proef") == "Inwoners met hulp: geen eerder jaar om mee te vergelijken"
    )
