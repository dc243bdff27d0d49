"""A definition in words: every kind has them, and they say what the definition holds."""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import is_dataclass

import pytest

import socdom.measures.kinds
from socdom import dutch
from socdom.disclosure.policy import CBS5, PROTECTIONS
from socdom.editions.model import Description
from socdom.indicators import catalogue
from socdom.measures.denominators import HOUSEHOLDS, YOUTH_0_17
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.base import Kind
from socdom.measures.kinds.budget import Budget
from socdom.measures.kinds.flows import Inflow, Outflow
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import PERSON_TABLES, Selection
from socdom.narrative.counting import counted_how, known_kinds
from socdom.narrative.counting_words import CODES, DATES, MOMENTS, TABLES
from socdom.narrative.protection import PROTECTIONS_TOLD
from socdom.pipeline.protection import record_of
from tests.lib.definitions import indicator

ITEMS = catalogue()
RULES = record_of(CBS5)
WMO = Selection("provisions", {"law": "wmo"})
NUMBERS = {3: "drie", 4: "vier", 5: "vijf"}


def told(**changes: object) -> dict[str, str]:
    return dict(counted_how(Description.model_validate(indicator(**changes).describe()), RULES))


def kinds() -> set[str]:
    """Names of all kinds that an indicator can have."""
    found = set()
    for module in pkgutil.iter_modules(socdom.measures.kinds.__path__):
        members = vars(importlib.import_module(f"socdom.measures.kinds.{module.name}")).values()
        found |= {
            item.__name__
            for item in members
            if isinstance(item, type)
            and issubclass(item, Kind)
            and is_dataclass(item)
            and item.name is not Kind.name
        }
    return {name for name in found if not name.startswith("_")}


def test_every_kind_has_words_and_no_other() -> None:
    assert kinds() == known_kinds()


def test_every_table_date_and_code_has_a_name() -> None:
    assert set(PERSON_TABLES) == set(TABLES)
    for table in PERSON_TABLES:
        chosen = Selection(table)
        assert set(chosen.columns("datetime64[s]")) <= set(MOMENTS) & set(DATES)
        assert set(chosen.columns("str")) <= set(CODES)


def test_every_way_of_protecting_has_words() -> None:
    assert set(PROTECTIONS) <= PROTECTIONS_TOLD
    assert {item.protection for item in ITEMS.values()} <= PROTECTIONS_TOLD


@pytest.mark.parametrize(
    ("protection", "threshold"),
    [
        ("personen", f"0 tot en met {CBS5.hidden_up_to}"),
        ("duur", f"vanaf {CBS5.statistic_base} gevallen"),
        ("percentiel", f"vanaf {CBS5.percentile_base} gevallen"),
        ("prijs", f"0 tot en met {CBS5.hidden_up_to} personen"),
        ("bedrag", f"op {dutch.number(CBS5.amount_round_to)} euro"),
        ("aandeel_bedrag", f"0 tot en met {CBS5.hidden_up_to} personen"),
    ],
)
def test_the_words_about_protection_hold_the_thresholds_of_the_policy(
    protection: str, threshold: str
) -> None:
    described = Description.model_validate(indicator().describe() | {"protection": protection})
    assert threshold in dict(counted_how(described, RULES))["Bescherming"]


@pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.id)
def test_every_indicator_is_told_in_short_whole_sentences(item: Indicator) -> None:
    parts = dict(counted_how(Description.model_validate(item.describe()), RULES))
    assert {"Wat we tellen", "Wanneer", "Gebieden", "Bescherming"} <= set(parts)
    for text in parts.values():
        assert text[0].isupper()
        assert text.endswith(".")
        assert "None" not in text
        assert "  " not in text
    for sentence in re.split(r"(?<=[.!?]) ", parts["Wat we tellen"]):
        # A list of codes may be long.
        assert len(sentence.split(":")[0].split()) <= 25, sentence


def test_the_rows_that_count_are_named_with_their_codes() -> None:
    measure = PersonsActive(Selection("provisions", {"law": "jeugd", "category": ("35", "45")}, ages=(0, 17)))
    parts = told(measure=measure, per=YOUTH_0_17, scale=100, format="procent", provisional=2)
    assert parts["Welke gegevens"] == (
        "De voorzieningen. Wet: Jeugdwet. Soort: 35 Pleegzorg; 45 Ambulante jeugdhulp. "
        "Leeftijd op de eerste dag van het kwartaal: 0 tot en met 17 jaar."
    )
    assert parts["Gedeeld door"] == "De inwoners van 0 tot en met 17 jaar, op de eerste dag van het kwartaal."
    assert parts["Hoe zeker"] == "De nieuwste 2 kwartalen zijn nog niet definitief."


def test_the_pause_is_told_and_an_end_on_paper_only_where_there_can_be_one() -> None:
    of_provisions = told(measure=Inflow(WMO, gap_days=30))["Wat we tellen"]
    of_benefits = told(measure=Inflow(Selection("benefits"), of="households", gap_days=30))["Wat we tellen"]
    assert "hooguit 30 dagen" in of_provisions
    assert "op papier" in of_provisions
    assert "hooguit 30 dagen" in of_benefits
    assert "op papier" not in of_benefits
    assert "huishoudens" in of_benefits


def test_reasons_of_an_ending_have_their_labels() -> None:
    measure = Outflow(Selection("benefits"), of="households", reasons=("werk",))
    assert "Alleen met deze reden van het einde: Werk." in told(measure=measure)["Wat we tellen"]


def test_in_a_year_somebody_can_begin_twice() -> None:
    begun = Inflow(WMO)
    assert "twee keer begint, telt twee keer" in told(measure=begun, every="jaar")["Wat we tellen"]
    assert "twee keer" not in told(measure=begun)["Wat we tellen"]


def test_only_of_provisions_the_rule_of_cbs_is_known() -> None:
    of_help = told(measure=Stock(WMO), moment="stand")["Wat we tellen"]
    of_benefits = told(measure=Stock(Selection("benefits")), moment="stand")["Wat we tellen"]
    assert "Zo telt het CBS ook." in of_help
    assert "CBS" not in of_benefits


def test_where_somebody_lives_is_told_where_there_are_wijken() -> None:
    inside = told(levels=("gemeente", "wijk"))["Gebieden"]
    assert inside == "Gemeente en wijk. Iemand telt in de wijk van het laatste adres in het kwartaal."
    assert told(levels=("gemeente",))["Gebieden"] == "Gemeente."


def test_a_year_is_told_as_a_year() -> None:
    parts = told(
        measure=Stock(WMO, of="rows"), moment="stand", every="jaar", per=HOUSEHOLDS, levels=("gemeente",)
    )
    assert parts["Wat we tellen"].startswith("We tellen de voorzieningen op de laatste dag van het jaar.")
    assert parts["Gedeeld door"] == "Alle huishoudens op 1 januari."
    assert parts["Wanneer"] == "Op de laatste dag van het jaar."
    active = told(every="jaar")
    assert "kwartalen mag u niet bij elkaar optellen" in active["Wanneer"]


def test_taakvelden_are_told_from_each_year_in_which_they_change() -> None:
    lists = {2016: ("6.2",), 2023: ("6.2",), 2025: ("6.21", "6.22", "6.23")}
    parts = told(
        measure=Budget(lists, side="lasten"), moment="jaar", levels=("gemeente",), format="euro", counted=""
    )
    assert "vanaf 2016 6.2; vanaf 2025 6.21, 6.22 en 6.23." in parts["Wat we tellen"]
    assert "Welke gegevens" not in parts


def test_a_description_without_definition_is_not_told() -> None:
    bare = Description.model_validate(indicator().describe() | {"definition": None})
    assert counted_how(bare, RULES) == ()
