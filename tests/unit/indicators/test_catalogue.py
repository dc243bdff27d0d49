"""The catalogue holds every file once, in a fixed order, with texts a page can use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import socdom.indicators
from socdom.disclosure.policy import PROTECTIONS
from socdom.editions.model import STATUSES, THEMES, Description
from socdom.indicators import catalogue
from socdom.indicators.context import TAAKVELDEN_WELFARE, TAAKVELDEN_WMO, TAAKVELDEN_YOUTH
from socdom.measures import definition
from socdom.measures.compute import compute
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.figures import COLUMNS
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.budget import Budget
from socdom.tables.codes import BENEFIT_END_REASONS, CATEGORIES
from tests.lib.towns import AREAS, QUARTERS, town

ITEMS = catalogue()
OWN = {name: item for name, item in ITEMS.items() if not item.external_series}
KEY_FIGURES = {
    "jeugdhulp_gebruik",
    "jeugdhulp_wachttijd",
    "jeugdhulp_verwijzer_huisarts",
    "wmo_clienten",
    "wmo_hulp_bij_huishouden",
    "wmo_besluittijd",
    "bijstand_huishoudens",
    "bijstand_uitstroom_werk",
    "schuldhulp_lopend",
    "lasten_jeugd",
    "lasten_wmo",
    "lasten_bijstand",
}


def test_every_file_is_an_indicator() -> None:
    root = Path(socdom.indicators.__file__).parent
    files = {path.stem for path in root.glob("*/*.py") if path.stem != "__init__"}
    assert files == set(ITEMS)


def test_the_order_is_by_theme_then_own_registrations() -> None:
    keys = [(list(THEMES).index(item.theme), item.external_series != "") for item in ITEMS.values()]
    assert keys == sorted(keys)
    assert list(ITEMS)[:3] == ["jeugdhulp_gebruik", "jeugdhulp_wachttijd", "jeugdhulp_verwijzer_huisarts"]


def test_the_twelve_key_figures_of_own_registrations() -> None:
    assert {name for name, item in OWN.items() if item.key_figure} == KEY_FIGURES


def test_themes_are_those_of_an_edition() -> None:
    assert tuple(THEMES) == definition.THEMES


@pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.id)
def test_a_page_can_use_the_description(item: Indicator) -> None:
    described = item.describe()
    assert set(described) <= set(Description.model_fields)
    assert Description.model_validate(described).id == item.id
    assert described["protection"] in PROTECTIONS
    assert set(described["dimensions"]) == set(item.group_by)


@pytest.mark.parametrize("item", OWN.values(), ids=lambda item: item.id)
def test_the_sentence_part_reads_with_its_number(item: Indicator) -> None:
    described = Description.model_validate(item.describe())
    number = described.text(12.3, words=True)
    sentence = described.says.format(number)
    # A sentence begins with the number or with a capital, and goes on after the number or ends with it.
    assert sentence.startswith(number) or sentence[0].isupper()
    assert sentence.count(number) == 1
    assert "  " not in sentence
    assert not sentence.endswith(".")


@pytest.mark.parametrize("item", OWN.values(), ids=lambda item: item.id)
def test_the_texts_are_short_sentences(item: Indicator) -> None:
    """B1: no sentence of more than 25 words."""
    texts = [item.why, item.reading, *item.pitfalls, *(found.text for found in (*item.breaks, *item.events))]
    for sentence in re.split(r"(?<=[.!?]) ", " ".join(texts)):
        assert len(sentence.split()) <= 25, sentence


@pytest.mark.parametrize(
    "item", [item for item in ITEMS.values() if item.every == "jaar"], ids=lambda item: item.id
)
def test_beside_years_stand_years(item: Indicator) -> None:
    assert not [found.period for found in (*item.breaks, *item.events) if "Q" in found.period]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bbv_21_banen", "12,3 banen per 1.000 inwoners van 15"),
        ("reintegratie_lopend", "12,3 re-integratievoorzieningen per 10.000 inwoners van 15"),
        ("bijstand_personen", "12,3 van de 1.000 inwoners van 18"),
    ],
)
def test_a_rate_of_things_is_no_part_of_the_inhabitants(name: str, said: str) -> None:
    described = Description.model_validate(ITEMS[name].describe())
    sentence = described.says.format(described.text(12.3, words=True)).replace("\N{NO-BREAK SPACE}", " ")
    assert said in sentence
    assert described.text(float("nan"), words=True) == "."


def test_help_under_several_laws_is_called_jeugdzorg() -> None:
    """Overlap counts all provisions of the Jeugdwet, so protection and probation too."""
    for item in (item for item in ITEMS.values() if item.theme == "samenhang"):
        assert "jeugdhulp" not in f"{item.title} {item.reading}".lower()


def test_money_up_to_the_quarter_says_so() -> None:
    for name in ("lasten_jeugd", "lasten_wmo", "lasten_bijstand", "benutting_wmo"):
        assert "tot en met het kwartaal" in ITEMS[name].says


def test_lasten_and_begroting_are_about_the_same_taakvelden() -> None:
    for subject in ("jeugd", "wmo", "bijstand"):
        measures = [ITEMS[f"{kind}_{subject}"].measure for kind in ("lasten", "begroting", "benutting")]
        assert all(isinstance(measure, Budget) for measure in measures)
        assert len({str(measure.taakvelden) for measure in measures}) == 1
        assert [measure.what for measure in measures] == ["realised", "budget", "use"]


def test_no_taakveld_is_counted_under_two_laws() -> None:
    for first in (2016, 2023, 2025):
        lists = [lists.get(first, ()) for lists in (TAAKVELDEN_YOUTH, TAAKVELDEN_WMO, TAAKVELDEN_WELFARE)]
        codes = [code for codes in lists for code in codes]
        assert len(codes) == len(set(codes))


def test_work_is_a_reason_that_deliveries_can_hold() -> None:
    assert set(ITEMS["bijstand_uitstroom_werk"].measure.reasons) <= set(BENEFIT_END_REASONS)


def test_an_empty_town_gives_no_figure_but_every_row() -> None:
    figures = compute(list(OWN.values()), town(), QUARTERS, AREAS)
    assert list(figures.columns) == list(COLUMNS)
    assert set(figures["status"]) == {"ontbreekt"}
    assert figures["value"].isna().all()
    assert set(figures["indicator"]) == set(OWN)
    assert set(figures["status"]) <= set(STATUSES)


def test_the_catalogue_cannot_be_changed_by_who_reads_it() -> None:
    catalogue().clear()
    assert catalogue()


def test_a_withdrawn_application_is_no_decision() -> None:
    received = {"law": "wmo", "received": "2020-01-01"}
    applications = [
        received | {"person": 1, "decided": "2020-01-15", "outcome": "toegekend"},
        received | {"person": 2, "decided": "2020-03-11", "outcome": "buiten behandeling"},
        received | {"person": 3, "decided": "2020-01-02", "outcome": "ingetrokken"},
        received | {"person": 4, "decided": None, "outcome": ""},
    ]
    items = [ITEMS["wmo_besluittijd"], ITEMS["wmo_binnen_termijn"]]
    figures = compute(items, town(applications=applications), QUARTERS[1:2], AREAS)
    assert figures["value"].tolist() == [6.0, 50.0]  # 2 and 10 weeks
    assert figures["base"].tolist() == [2, 2]


def test_wmo_is_grouped_as_at_cbs() -> None:
    """The types of arrangement of table 83262NED, copied from its description."""
    published = {
        "hulp_bij_huishouden": "01",
        "ondersteuning_thuis": "02 03 04 06 07 09 10",
        "verblijf_opvang": "15 16 17 18",
        "hulpmiddelen_diensten": "05 08 11 12 13 14",
    }
    dimension = DIMENSIONS["soort_wmo"]
    for category, numbers in published.items():
        assert {dimension.category_of(number) for number in numbers.split()} == {category}


@pytest.mark.parametrize(("name", "law"), [("soort_wmo", "wmo"), ("soort_jeugdzorg", "jeugd")])
def test_a_breakdown_by_kind_leaves_no_code_out(name: str, law: str) -> None:
    assert set(DIMENSIONS[name].codes) == set(CATEGORIES[law])
