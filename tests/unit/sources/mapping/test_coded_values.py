"""Values of suppliers as codes of socdom; what few rows have is never shown."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from socdom.sources.delivery_spec import DELIVERIES
from socdom.sources.mapping.cells import cells_of
from socdom.sources.mapping.coded_values import translation
from socdom.tables.codes import OUTCOMES

MANY = 10


def translated(values: dict[object, int], delivery: str, own: str, pattern: str = "dd-mm-jjjj"):
    spec = DELIVERIES[delivery]
    column = next(column for column in spec.columns if column.header == own)
    rows = [value for value, count in values.items() for _ in range(count)]
    return translation(cells_of(pd.Series(rows, dtype="object")), spec, column, pattern)


@pytest.mark.parametrize(
    ("values", "delivery", "own"),
    [
        ({"M": "man", "V": "vrouw", "O": "onbekend"}, "clienten", "geslacht"),
        ({"1": "man", "2": "vrouw", "0": "onbekend"}, "clienten", "geslacht"),
        ({"Man": "man", "Vrouw": "vrouw", "Onbekend": "onbekend"}, "bevolking", "geslacht"),
        ({"Jeugdwet": "jeugd", "Wmo 2015": "wmo"}, "declaraties", "wet"),
        ({"Zorg in natura": "zin", "PGB": "pgb"}, "voorzieningen_wmo", "leveringsvorm"),
        ({"L": "lasten", "B": "baten"}, "begroting", "soort"),
        ({"Gas en elektra": "energie", "Woningcorporatie": "huur"}, "vroegsignalen", "soort"),
        ({"1 Hulp bij het huishouden": "01"}, "voorzieningen_wmo", "productcategorie"),
        ({"45 - Jeugdhulp ambulant": "45", "Pleegzorg": "35"}, "voorzieningen_jeugd", "productcategorie"),
        ({"Zelfverwijzer": "06"}, "voorzieningen_jeugd", "verwijzer"),
        ({"uur": "04", "Minuten": "01"}, "declaraties", "eenheid"),
    ],
)
def test_words_of_suppliers(values, delivery, own) -> None:
    found = translated(dict.fromkeys(values, MANY), delivery, own)
    assert {text: found.values[text] for text in values} == values
    assert (found.unknown, found.hidden) == ((), 0)


def test_codes_of_socdom_need_no_translation() -> None:
    found = translated({"man": MANY, "vrouw": MANY}, "clienten", "geslacht")
    assert (found.values, found.unknown, found.hidden) == ({}, (), 0)
    assert translated({"1": MANY, "07": MANY}, "voorzieningen_wmo", "productcategorie").values == {}


def test_31_means_another_thing_in_each_law() -> None:
    wmo = translated({"31 Verhuizing": MANY}, "voorzieningen_wmo", "reden_beeindiging").values
    youth = translated({"Volgens plan": MANY}, "voorzieningen_jeugd", "reden_beeindiging").values
    assert (wmo, youth) == ({"31 Verhuizing": "31"}, {"Volgens plan": "31"})
    assert translated({"Volgens plan": MANY}, "voorzieningen_wmo", "reden_beeindiging").values == {
        "Volgens plan": "19"
    }


def test_a_word_that_few_rows_have_or_that_looks_like_a_person_is_counted_only() -> None:
    spoiled = {
        "Jansen": MANY - 1,
        "j.jansen@example.nl": MANY,
        "tel 0612": MANY,
        "x" * 31: MANY,
        "Onder beraad": MANY,
        "Toegekend": MANY,
    }
    found = translated(spoiled, "aanvragen", "uitkomst")
    assert found.unknown == ("Onder beraad",)
    assert found.hidden == 4
    assert not set(found.values) & set(spoiled) - {"Toegekend"}


def test_what_stands_for_the_other_codes_does_not_depend_on_rare_values() -> None:
    """A reader of the mapping cannot tell whether the delivery has one who withdrew."""
    without = translated({"Toegekend": MANY, "Afgewezen": MANY}, "aanvragen", "uitkomst")
    with_one = translated({"Toegekend": MANY, "Afgewezen": MANY, "Ingetrokken": 1}, "aanvragen", "uitkomst")
    assert without.values == with_one.values
    assert with_one.hidden == 0
    assert set(without.values.values()) == set(OUTCOMES)


@pytest.mark.parametrize("day", ["31-12-9999", dt.datetime(9999, 12, 31)])
def test_the_end_of_times_is_no_end(day: object) -> None:
    found = translated({day: MANY, "01-02-2020": 3}, "voorzieningen_wmo", "einddatum")
    assert found.values == {"31-12-9999": ""}
    assert translated({day: MANY - 1}, "voorzieningen_wmo", "einddatum").values == {}


def test_words_for_nothing() -> None:
    assert translated({"n.v.t.": MANY, "19": 1}, "voorzieningen_wmo", "reden_beeindiging").values == {
        "n.v.t.": ""
    }
    assert translated({"NULL": MANY}, "voorzieningen_wmo", "einddatum").values == {"NULL": ""}
    # A law and a sex must be known.
    assert translated({"n.v.t.": MANY}, "aanvragen", "wet").unknown == ("n.v.t.",)
