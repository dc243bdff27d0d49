"""The inventory of a run, declared before there is a figure, against the figures that the engine then makes."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from socdom.areas import Area
from socdom.dashboard.choosing import BY_ADDRESS
from socdom.dashboard.downloads.offered import OFFERED
from socdom.dashboard.pages import FINISHED_PAGES
from socdom.disclosure.policy import PROTECTIONS
from socdom.editions.inventory import Inventory
from socdom.editions.model import FIGURE_KEY, NUMBERS, Description
from socdom.indicators import catalogue
from socdom.measures.compute import compute
from socdom.pipeline import inventory as own
from socdom.pipeline.inventory import declared
from socdom.quarters import Quarter, quarter_range
from socdom.report.documents import DOCUMENTS as REPORT
from socdom.tables import Tables

AREAS = (
    Area("GM9999", "Lindeveen", "gemeente"),
    Area("WK999901", "Veenpoort", "wijk", "GM9999"),
    Area("WK999902", "Noorderlinde", "wijk", "GM9999"),
    Area("BU99990101", "Dorp", "buurt", "WK999901"),
    Area("BU99990201", "Linde", "buurt", "WK999902"),
    Area("NL01", "Nederland", "land"),
)
# Six quarters, so one whole year.
QUARTERS = list(quarter_range(Quarter(2019, 3), Quarter(2020, 4)))
INDICATORS = tuple(catalogue().values())
DESCRIPTIONS = [Description.model_validate(indicator.describe()) for indicator in INDICATORS]


def published() -> pd.DataFrame:
    """Of every series of open data: two years of the gemeente, one of Nederland, one wijk in one year."""
    places = [("GM9999", "2018"), ("GM9999", "2019"), ("NL01", "2019"), ("WK999901", "2019")]
    rows = [
        (indicator.external_series, year, area, dimension, category)
        for indicator in INDICATORS
        if indicator.external_series
        for area, year in places
        for dimension, category in [("", ""), ("taakveldgroep", "wmo"), ("onbekend", "x")]
    ]
    frame = pd.DataFrame(rows, columns=["series", "period", "area", "dimension", "category"])
    return frame.assign(numerator=1.0, denominator=2.0, value=0.5, status="definitief")


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return declared(INDICATORS, QUARTERS, AREAS, published())


def test_it_names_exactly_the_figures_that_follow(inventory: Inventory) -> None:
    figures = compute(INDICATORS, Tables.empty(), QUARTERS, AREAS, published())
    keys = set(figures[list(FIGURE_KEY)].itertuples(index=False, name=None))
    assert len(keys) == len(figures) > 2000
    assert set(inventory.keys()) == keys


def test_levels_breakdowns_and_periods_are_those_of_the_definition(inventory: Inventory) -> None:
    tables = {(t.indicator, t.level, t.dimension): t for t in inventory.tables}
    assert tables["wmo_clienten", "wijk", ""].areas == ("WK999901", "WK999902")
    assert tables["wmo_clienten", "gemeente", "vorm"].categories == ("zin", "pgb")
    assert tables["wmo_clienten", "gemeente", ""].periods == tuple(str(quarter) for quarter in QUARTERS)
    assert tables["wmo_clienten_jaar", "gemeente", ""].periods == ("2020",)
    assert ("wmo_clienten", "wijk", "vorm") not in tables
    assert not any(level == "buurt" for _, level, _ in tables)
    assert {key[1:] for key in tables if key[0] == "iv3_lasten"} == {
        ("gemeente", ""), ("gemeente", "taakveldgroep"), ("land", ""), ("land", "taakveldgroep"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("indicator", "numbers"),
    [
        ("wmo_clienten", NUMBERS),
        ("wmo_instroom", ("numerator", "value")),
        ("wmo_wachttijd", ("value",)),
        ("wmo_wachttijd_p90", ("value",)),
        ("wmo_prijs_begeleiding", ("value",)),
        ("wmo_grootste_aanbieders", ("value",)),
        ("wmo_kosten", ("numerator", "value")),
        ("wmo_kosten_verschil", ("numerator", "value")),
        ("wmo_binnen_termijn", NUMBERS),
    ],
)
def test_the_numbers_that_may_be_filled(
    inventory: Inventory, indicator: str, numbers: tuple[str, ...]
) -> None:
    assert tuple(number for number in NUMBERS if inventory.shows(indicator, number)) == numbers


def test_every_protection_says_what_is_told() -> None:
    assert set(own._NUMBERS_OF) == set(PROTECTIONS)


def test_before_a_year_is_over_a_yearly_figure_has_no_table(inventory: Inventory) -> None:
    early = declared(INDICATORS, QUARTERS[:3], AREAS, published())
    assert not [table for table in early.tables if table.indicator == "wmo_clienten_jaar"]
    assert [item.id for item in early.indicators] == [item.id for item in inventory.indicators]


def test_files_are_pages_documents_and_figures(inventory: Inventory) -> None:
    pages = {name for name in inventory.file_names if name.startswith("dashboard/")}
    html = {f"dashboard/{name}.html" for name in (*FINISHED_PAGES.values(), *BY_ADDRESS)}
    assert pages == html | {"dashboard/zoeken.json"}
    assert set(REPORT) <= inventory.file_names
    assert inventory.offered == set(OFFERED)
    assert {name.rpartition(".")[2] for name in OFFERED} == {"html", "pdf", "xlsx", "csv", "json"}


def test_the_same_definitions_give_the_same_small_file(inventory: Inventory) -> None:
    def text(found: Inventory) -> str:
        return json.dumps(found.model_dump(mode="json"), indent=1)

    many = list(quarter_range(Quarter(2010, 1), Quarter(2020, 4)))
    assert text(declared(INDICATORS, QUARTERS, AREAS, published())) == text(inventory)
    assert len(text(declared(INDICATORS, many, AREAS, published()))) < 200_000
