"""What cannot be answered is told at once, in Dutch, with what is near and what there is."""

from __future__ import annotations

from copy import copy
from typing import Any

import pytest

from socdom.editions.read import Edition
from socdom.errors import EditionError, ParameterError
from socdom.workbench.figures.asked import asked as asked_of
from socdom.workbench.gemeente import Gemeente


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"indicator": "wmo_clent"}, ["'wmo_clent'", "Bedoelt u wmo_clienten"]),
        ({"indicator": 3}, ["indicator: ", "als tekst tussen aanhalingstekens"]),
        ({"indicator": []}, ["een indicator van deze editie"]),
        ({"by": "wik"}, ["by: ", "Bedoelt u wijk?", "Kies uit wijk"]),
        ({"by": 3}, ["by: ", "gevonden: 3"]),
        ({"area": "centrm"}, ["gebied: ", "Bedoelt u Centrum?", "Veenpoort, Noorderlinde"]),
        ({"area": 7}, ["gebied: "]),
        ({"since": "2018-1"}, ["since: ", '"2018Q1"']),
        ({"since": 2018}, ["since: ", "gevonden: 2018"]),
        ({"since": "2020Q4", "until": "2020Q1"}, ["until: niet voor since (2020Q4)"]),
        ({"since": "2031"}, ["van 2018Q1 tot en met 2020Q4"]),
        ({"by": "wijk", "area": "Lindeveen"}, ["area: gebieden van het niveau wijk, gevonden: Lindeveen"]),
        (
            {"indicator": "jeugdhulp_wachttijd", "area": "Centrum"},
            ["geen cijfers over Centrum", "per gemeente"],
        ),
    ],
)
def test_a_wrong_question_is_refused(asked: dict[str, Any], told: list[str], hier: Gemeente) -> None:
    with pytest.raises(ParameterError) as refused:
        hier.figures(**{"indicator": "jeugdhulp_gebruik", **asked})
    for words in told:
        assert words in str(refused.value)


def test_everything_that_is_wrong_is_told_at_once(hier: Gemeente) -> None:
    with pytest.raises(ParameterError) as refused:
        hier.figures(["wmo", "jeugdhulp_gebruik"], by="vrm", area=["Hagen", "Centrum"], since="x", until="y")
    places = [str(fault).split(":")[0] for fault in refused.value.faults]
    assert places == ["indicator", "gebied", "by", "since", "until"]


def test_an_edition_that_is_not_there(hier: Gemeente) -> None:
    for name in ("2019Q1", "", "../lindeveen/2020Q4"):
        with pytest.raises(EditionError, match=r"Kies uit 2020Q4, actueel"):
            hier.figures("wmo_clienten", edition=name)
    assert hier.edition("2020q4").meta.period == "2020Q4"


def test_an_indicator_without_figures_is_not_proposed_and_says_so(edition: Edition) -> None:
    """Some definitions stand in an edition of open data without a figure."""
    bare = copy(edition)
    tables = [table for table in edition.inventory.tables if table.indicator != "wmo_clienten"]
    bare.inventory = edition.inventory.model_copy(update={"tables": tables})
    with pytest.raises(ParameterError) as refused:
        asked_of(bare, "wmo_clientn")
    assert "Bedoelt u wmo_clienten_jaar of wmo_kosten_per_client of " in str(refused.value)
    with pytest.raises(ParameterError, match="staan er geen cijfers van"):
        asked_of(bare, "wmo_clienten")


def test_a_title_and_capitals_do(hier: Gemeente) -> None:
    assert hier.figures(" WMO_Clienten ").equals(hier.figures("Inwoners met Wmo-hulp"))


@pytest.mark.parametrize("theme", ["schulden", "Schulden", "SCHULDEN "])
def test_indicators_of_a_theme(theme: str, hier: Gemeente) -> None:
    found = hier.indicators(theme)
    assert list(found["indicator"]) == ["schuldhulp_lopend"]
    assert list(found.loc[0, ["van", "tot"]]) == ["2018Q1", "2020Q4"]


def test_all_indicators_and_what_they_can_be_split_by(hier: Gemeente) -> None:
    found = hier.indicators().set_index("indicator")
    assert set(found.index) == set(hier.edition().descriptions)
    assert found.loc["jeugdhulp_gebruik", "per"] == "wijk, vorm"
    with pytest.raises(ParameterError, match="Bedoelt u geld"):
        hier.indicators("gld")


def test_quarters_newest_first_with_their_edition(hier: Gemeente) -> None:
    found = hier.quarters()
    assert list(found["kwartaal"])[:2] == ["2020Q4", "2020Q3"]
    assert list(found["editie"])[:2] == ["versie 1.0, concept", ""]


def test_areas_with_what_they_belong_to(hier: Gemeente) -> None:
    found = hier.areas("wijk")
    assert len(found) == 8
    assert set(found["hoort_bij"]) == {"Lindeveen"}
    assert "Centrum" in found._repr_html_()
    with pytest.raises(ParameterError, match="niveau"):
        hier.areas("buurt")
