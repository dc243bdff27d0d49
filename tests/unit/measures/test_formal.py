"""The definition as data: complete, plain, and the same as what the engine uses."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from socdom.editions.definition import Definition
from socdom.indicators import catalogue
from socdom.measures.code_labels import code_labels
from socdom.measures.denominators import ADULTS, HOUSEHOLDS
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.formal import breakdown_of, definition_of
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.population import Population
from socdom.measures.kinds.share import Share
from socdom.measures.selection import PERSON_TABLES, Selection
from socdom.tables import COLUMNS
from socdom.tables.codes import codes_of
from tests.lib.definitions import indicator

ITEMS = catalogue()


@pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.id)
def test_the_data_survive_json_and_hold_every_field_of_the_kind(item: Indicator) -> None:
    data = Definition.model_validate(definition_of(item))
    again = Definition.model_validate(json.loads(data.model_dump_json()))
    assert again == data
    expected = {field.name.rstrip("_") for field in fields(item.measure)} - {"selection"}
    assert set(data.parameters) == expected
    assert data.method == item.measure.method


def test_a_selection_with_its_denominator() -> None:
    selection = Selection(
        "provisions", {"law": "jeugd", "category": ("35", "45")}, ages=(18, 200), new_only=True
    )
    data = definition_of(indicator(measure=Share(selection, {"form": "pgb"}), format="procent", scale=100))
    assert data["selection"] == {
        "table": "provisions",
        "where": {"law": ("jeugd",), "category": ("35", "45")},
        "ages": (18, None),
        "new_only": True,
    }
    assert data["parameters"] == {"part": {"form": "pgb"}, "at": "start"}
    assert data["labels"]["category"] == {"35": "Pleegzorg", "45": "Ambulante jeugdhulp"}
    assert data["labels"]["form"] == {"pgb": "Persoonsgebonden budget"}


def test_a_field_with_the_name_of_a_keyword_loses_its_underscore() -> None:
    measure = Duration(Selection("applications"), "received", "decided", statistic="p90")
    data = definition_of(indicator(measure=measure, format="dagen", counted=""))
    assert data["parameters"] == {"from": "received", "to": "decided", "unit": "dagen", "statistic": "p90"}


@pytest.mark.parametrize(
    ("per", "expected"),
    [(ADULTS, {"of": "inwoners", "ages": (18, None)}), (HOUSEHOLDS, {"of": "huishoudens"}), (None, None)],
)
def test_the_denominator(per: object, expected: object) -> None:
    assert definition_of(indicator(per=per))["denominator"] == expected


def test_no_upper_age_is_none() -> None:
    data = definition_of(indicator(measure=Population(65), moment="stand"))
    assert data["parameters"] == {"age_from": 65, "age_to": None}
    assert data["selection"] is None


def test_the_same_code_means_another_thing_under_another_law() -> None:
    assert code_labels("provisions", "end_reason", ("wmo",))["31"] == "Verhuisd naar een andere gemeente"
    assert code_labels("provisions", "end_reason", ("jeugd",))["31"] == "Volgens plan"


def test_a_breakdown_tells_which_codes_or_ages_belong_to_a_category() -> None:
    kinds = breakdown_of(DIMENSIONS["soort_wmo"])
    assert kinds["column"] == "category"
    assert kinds["codes"]["hulp_bij_huishouden"] == ("01",)
    assert sorted(code for codes in kinds["codes"].values() for code in codes) == sorted(
        codes_of("provisions", "category", ("wmo",))
    )
    ages = breakdown_of(DIMENSIONS["leeftijd_volwassen"])
    assert (ages["column"], ages["codes"]) == ("", {})
    assert ages["ages"] == {"18_22": (18, 22), "23_64": (23, 64), "65_plus": (65, None)}


def test_a_category_without_a_list_of_codes_is_its_own_code() -> None:
    assert breakdown_of(DIMENSIONS["vorm"])["codes"] == {"zin": ("zin",), "pgb": ("pgb",)}


@pytest.mark.parametrize("table", PERSON_TABLES)
def test_every_code_that_can_occur_has_a_label(table: str) -> None:
    for column, kind in COLUMNS[table].items():
        for law in ("wmo", "jeugd") if "law" in COLUMNS[table] else ("",):
            codes = codes_of(table, column, (law,)) if kind == "str" else ()
            labels = code_labels(table, column, (law,))
            assert set(codes) <= set(labels), (table, column, law)
