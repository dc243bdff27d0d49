"""The reference group, the taakvelden and the names of municipalities, by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from socdom.measures.taakvelden import GROUPS, group_of
from socdom.sources.open_data import same_municipality
from socdom.sources.reference_group import ReferenceGroup, describe, reference_group
from socdom.sources.taakvelden import code_of, totals_among

CLASSES = pd.DataFrame(
    [
        ("A", "20000tot50000inwoners", "Matigstedelijk"),
        ("B", "20000tot50000inwoners", "Sterkstedelijk"),
        ("C", "50000tot100000inwoners", "Matigstedelijk"),
        ("D", "20000tot50000inwoners", "matigstedelijk"),
        ("E", "20000Tot50000inwoners", "Matigstedelijk"),
        ("Nederland", "", ""),
        ("Leeg", "", ""),
    ],
    columns=["gemeente", "size", "urbanity"],
)
# Codes of the three regimes (Iv3 definitions 2022, 2024 and 2025), typed over per group.
REGIMES = {
    "samenkracht": "6.1",
    "toegang": "6.2 6.21 6.22 6.23",
    "inkomen": "6.3",
    "begeleide_participatie": "6.4",
    "arbeidsparticipatie": "6.5",
    "wmo": "6.6 6.60 6.71 6.71a 6.71b 6.71c 6.71d 6.711 6.712 6.713 6.714 6.791 6.91",
    "jeugd": "6.72 6.72a 6.72b 6.72c 6.72d 6.73a 6.73b 6.73c 6.74a 6.74b 6.74c 6.751 6.752 6.753 6.761 6.762 "
    "6.763 6.792 6.92",
    "zorg_18_plus": "6.81 6.81a 6.81b 6.811 6.812",
    "zorg_18_min": "6.82 6.82a 6.82b 6.821 6.822",
}


def test_same_size_and_urbanity_without_the_municipality_itself():
    assert reference_group(CLASSES, "A").members == ("D", "E")


def test_municipality_without_classes_has_no_group():
    assert reference_group(CLASSES, "Leeg").members == ()


def group(*members):
    return ReferenceGroup("100000tot150000inwoners", "Zeersterkstedelijk", members)


def test_description_names_few_and_counts_many():
    few = describe({"2024": group("Aa", "Bb")}, "Zz")
    assert "even groot (100.000 tot 150.000 inwoners) en even stedelijk (zeer sterk stedelijk) als Zz" in few
    assert "Het zijn 2 gemeenten: Aa en Bb." in few
    fifteen, sixteen = (describe({"2024": group(*map(str, range(n)))}, "Zz") for n in (15, 16))
    assert "Het zijn 15 gemeenten: 0, 1" in fifteen
    assert "Het zijn 16 gemeenten. " in sixteen
    assert "Het is 1 gemeente: Aa." in describe({"2024": group("Aa")}, "Zz")


def test_description_can_say_for_which_figures_it_holds():
    told = describe(
        {"2024": group("Aa")}, "Zz", whole="Zo is het gedeeld.", opening="Bij deze cijfers zijn ze"
    )
    assert told.startswith("Bij deze cijfers zijn ze in 2024 even groot (")
    assert told.endswith("Zz zelf telt niet mee. Zo is het gedeeld.")


def test_description_tells_other_years_only_when_they_differ():
    assert "1 in 2023" in describe({"2023": group("Aa"), "2024": group("Aa", "Bb")}, "Zz")
    assert "andere jaren" not in describe({"2023": group("Aa"), "2024": group("Bb")}, "Zz")


@pytest.mark.parametrize(("name", "codes"), REGIMES.items())
def test_group_of_every_taakveld(name, codes):
    assert {group_of(code) for code in codes.split()} == {name}


def test_groups_are_complete_and_unknown_codes_have_none():
    assert set(GROUPS) == set(REGIMES)
    assert {group_of(code) for code in ("6.82c", "6.90", "6.7", "6.73", "4.3", "6.715")} == {None}


def test_code_of_a_label():
    assert code_of("6.71d Overige maatwerkarrangementen ..") == "6.71d"
    assert code_of(" 6.82a Jeugdbescherming ") == "6.82a"


def test_totals_are_recognised_within_rounding():
    assert totals_among(pd.Series({"6.71": 51.0, "6.71a": 30.0, "6.71b": 20.0})) == ["6.71"]
    assert totals_among(pd.Series({"6.71": 53.0, "6.71a": 30.0, "6.71b": 20.0})) == []
    assert totals_among(pd.Series({"6.71": 0.0, "6.71a": 0.0})) == []
    assert totals_among(pd.Series({"6.1": 5.0, "6.2": 5.0})) == []


@pytest.mark.parametrize(
    ("name", "candidates", "expected"),
    [
        ("Beek", ["Beek (L.)", "Beekdaelen"], "Beek (L.)"),
        ("Laren (NH.)", ["Laren"], "Laren"),
        ("Utrecht", ["Utrecht (gemeente)"], "Utrecht (gemeente)"),
        ("Bergen (L.)", ["Bergen (NH.)", "Bergen (L.)"], "Bergen (L.)"),
        ("Bergen", ["Bergen (NH.)", "Bergen (L.)"], None),
        ("Dongen", ["Dantumadiel"], None),
    ],
)
def test_names_with_and_without_addition(name, candidates, expected):
    assert same_municipality(name, candidates) == expected
