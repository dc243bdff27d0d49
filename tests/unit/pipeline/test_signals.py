"""Follow-up and baselines on their way into an edition."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from socdom.errors import ParameterError
from socdom.judgement.model import Rule
from socdom.parameters.opvolging import REGELS, Opvolging, Stap
from socdom.parameters.signalen import Basis, Signalen
from socdom.pipeline.signals import RULES, drafts, last_day, record_of
from tests.lib.sample_edition import areas, descriptions

STEP = Stap(
    dag=date(2021, 2, 18), staat="wordt bekeken", rol="adviseur", tekst="Wij vragen het na.", concept=False
)
DRAFT = STEP.model_copy(update={"dag": date(2021, 3, 1), "concept": True})


def followed(**changes: Any) -> Opvolging:
    values = {
        "bestand": "a.md", "indicator": "jeugdhulp_wachttijd", "gebied": "", "regel": "zeven_aan_een_kant",
        "richting": "omhoog", "sinds": "2019Q2", "stappen": (STEP,),
    }  # fmt: skip
    return Opvolging(**{**values, **changes})


def basis(**changes: Any) -> Basis:
    values = {
        "indicator": "jeugdhulp_wachttijd", "van": "2016Q1", "tot": "2018Q4", "wie": "stuurgroep jeugd",
        "wanneer": date(2019, 2, 20), "waarom": "Dit zijn de jaren van de afspraken.",
        "anders": "ja", "reden_bekend": "ja", "gewenst": "nee", "blijft": "ja",
    }  # fmt: skip
    return Basis(**{**values, **changes})


def made(signalen: Signalen, period: str = "2020Q4", profile: Any = "met duiding", until: date | None = None):
    return record_of(signalen, descriptions(), areas(), period=period, until=until, profile=profile)


def test_every_rule_has_a_name_in_the_parameters() -> None:
    assert sorted(RULES) == sorted(REGELS)
    assert set(RULES.values()) == set(Rule)


def test_follow_up_and_baseline_stand_in_the_edition() -> None:
    found = made(Signalen(opvolging=(followed(),), basis=(basis(),)))
    (item,), (limits,) = found.followed, found.baselines
    assert (item.indicator, item.area, item.direction, item.since) == (
        "jeugdhulp_wachttijd",
        "",
        "omhoog",
        "2019Q2",
    )
    assert Rule(item.rule) is Rule.SHIFT
    assert [(s.day, s.state, s.role, s.text) for s in item.steps] == [
        (date(2021, 2, 18), "wordt bekeken", "adviseur", "Wij vragen het na.")
    ]
    assert (limits.first, limits.last, limits.who, limits.when) == (
        "2016Q1", "2018Q4", "stuurgroep jeugd", date(2019, 2, 20),
    )  # fmt: skip
    assert len(limits.answers) == 4


def test_without_duiding_state_role_and_date_stay_and_texts_go() -> None:
    found = made(Signalen(opvolging=(followed(),), basis=(basis(),)), profile="zonder duiding")
    text = found.model_dump_json()
    assert "wordt bekeken" in text
    assert "adviseur" in text
    assert "2019-02-20" in text
    assert "Wij vragen" not in text
    assert "afspraken" not in text
    assert found.baselines[0].answers == {}


def test_a_draft_is_left_out_and_told() -> None:
    signalen = Signalen(
        opvolging=(
            followed(stappen=(STEP, DRAFT)),
            followed(bestand="b.md", richting="omlaag", stappen=(DRAFT,)),
        )
    )
    found = made(signalen)
    assert [len(item.steps) for item in found.followed] == [1]
    assert drafts(signalen) == (
        "In signalen/a.md is een stap nog niet ingevuld. Die stap staat niet in de editie.",
        "In signalen/b.md is een stap nog niet ingevuld. Die stap staat niet in de editie.",
    )
    assert drafts(Signalen(opvolging=(followed(),))) == ()


@pytest.mark.parametrize(("period", "shown"), [("2019Q1", 0), ("2019Q2", 1)])
def test_an_edition_made_again_knows_no_later_signal(period: str, shown: int) -> None:
    found = made(Signalen(opvolging=(followed(),)), period=period)
    assert len(found.followed) == shown


@pytest.mark.parametrize(("period", "shown"), [("2018Q3", 0), ("2018Q4", 1)])
def test_an_edition_made_again_knows_no_later_baseline(period: str, shown: int) -> None:
    assert len(made(Signalen(basis=(basis(),)), period=period).baselines) == shown


@pytest.mark.parametrize(("until", "steps"), [(date(2021, 2, 17), 0), (date(2021, 2, 18), 1)])
def test_an_edition_made_again_knows_nothing_that_was_done_later(until: date, steps: int) -> None:
    later = STEP.model_copy(update={"dag": date(2021, 5, 20), "staat": "afgesloten"})
    found = made(Signalen(opvolging=(followed(stappen=(STEP, later)),)), until=until)
    assert [len(item.steps) for item in found.followed] == [1] * steps
    assert len(made(Signalen(basis=(basis(),)), until=date(2019, 2, 19)).baselines) == 0
    assert len(made(Signalen(basis=(basis(),)), until=date(2019, 2, 20)).baselines) == 1


def test_the_current_edition_tells_all_and_a_quarter_until_the_next() -> None:
    assert last_day("actueel", date(2020, 11, 15)) is None
    assert last_day("kwartaal", date(2020, 11, 15)) == date(2021, 2, 15)


def test_what_the_edition_has_not_is_told_at_once() -> None:
    signalen = Signalen(
        opvolging=(followed(indicator="jeugdhulp_wachtijd"), followed(gebied="WK000001", bestand="b.md")),
        basis=(basis(indicator="iets_anders"),),
    )
    with pytest.raises(ParameterError) as caught:
        made(signalen)
    assert [str(fault) for fault in caught.value.faults] == [
        "signalen/a.md, indicator: dit cijfer staat niet in deze editie: jeugdhulp_wachtijd. "
        "Bedoelt u jeugdhulp_wachttijd?",
        "signalen/b.md, gebied: dit gebied staat niet in deze editie: WK000001.",
        "signalen.yml, basis.0, indicator: dit cijfer staat niet in deze editie: iets_anders.",
    ]
    assert made(Signalen(opvolging=(followed(gebied="WK999901"),))).followed[0].area == "WK999901"
