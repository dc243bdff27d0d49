"""Indicators of the Wmo and the Jeugdwet: their groups on the page, their codes, and a few counted by hand."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pytest

from socdom.indicators import catalogue, jeugd, wmo
from socdom.indicators.context import (
    WMO_EARLY,
    WMO_ENDED,
    WMO_PLANNED,
    YOUTH_EARLY,
    YOUTH_ENDED,
    YOUTH_PLANNED,
)
from socdom.measures.compute import compute
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.indicator import Indicator
from socdom.measures.selection import ADMINISTRATIVE_ENDS, STOPPED_BY_MUNICIPALITY
from socdom.tables.codes import END_REASONS
from tests.lib.towns import AREAS, QUARTERS, everybody, town

ITEMS = {
    name: item
    for name, item in catalogue().items()
    if item.theme in ("wmo", "jeugd") and not item.external_series
}
GROUPS = (
    "",
    "Gebruik",
    "Soort en aanbieder",
    "Toegang en wachttijd",
    "Instroom en uitstroom",
    "Kosten en prijzen",
    "Per jaar",
)


def test_every_file_has_its_place_in_the_order() -> None:
    assert set(wmo.ORDER) == {name for name, item in ITEMS.items() if item.theme == "wmo"}
    assert set(jeugd.ORDER) == {name for name, item in ITEMS.items() if item.theme == "jeugd"}


@pytest.mark.parametrize("theme", ["wmo", "jeugd"])
def test_what_belongs_together_stands_together(theme: str) -> None:
    items = [item for item in ITEMS.values() if item.theme == theme]
    assert tuple(group for group, _ in groupby(items, key=lambda item: item.group)) == GROUPS


@pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.id)
def test_a_definition_is_complete(item: Indicator) -> None:
    assert bool(item.group) != item.key_figure
    assert item.pitfalls
    assert (item.every == "jaar") == item.id.endswith("_jaar") == ("in het jaar" in item.says)
    assert sum(other.short == item.short for other in ITEMS.values()) == 1
    assert item.moment == ("stand" if item.measure.moments == ("stand",) else "periode")


@pytest.mark.parametrize(
    ("law", "planned", "early", "ended"),
    [
        ("wmo", WMO_PLANNED, WMO_EARLY, WMO_ENDED),
        ("jeugd", YOUTH_PLANNED, YOUTH_EARLY, YOUTH_ENDED),
    ],
)
def test_reasons_of_an_end(law: str, planned: tuple[str, ...], early: tuple[str, ...], ended: Any) -> None:
    """They are what the breakdown calls so; every reason is an end, but those after which help goes on."""
    named = DIMENSIONS[f"einde_{law}"].category_of
    assert {named(code) for code in planned} == {"volgens_plan"}
    assert {code for code in END_REASONS[law] if named(code) == "voortijdig"} == set(early)
    assert sorted((*ended, *ADMINISTRATIVE_ENDS, STOPPED_BY_MUNICIPALITY)) == sorted(END_REASONS[law])


def value(name: str, period: str = "2020Q1", **tables: list[dict[str, Any]]) -> tuple[float, float]:
    """Value and base of an indicator for the municipality."""
    quarters = QUARTERS[1:] if ITEMS[name].every == "jaar" else QUARTERS
    figures = compute([ITEMS[name]], town(**tables), quarters, AREAS)
    total = (figures["period"] == period) & (figures["area"] == "GM9998") & (figures["dimension"] == "")
    (row,) = figures[total].to_dict("records")
    return row["value"], row["base"]


def help_of(person: int, end_reason: str = "", **changes: Any) -> dict[str, Any]:
    """Guidance of ten weeks that ends in the first quarter of 2020."""
    row = {"provision": person, "person": person, "law": "wmo", "category": "02", "form": "zin"}
    days = {"assigned": "2019-12-01", "start": "2019-12-23", "end": "2020-03-02"}
    return row | days | {"end_reason": end_reason} | changes


def test_early_endings_are_a_part_of_those_that_could_have_gone_by_plan() -> None:
    # By plan: 19. Early: 21, 22. Died, moved, paused, taken over, to another law, stopped by the municipality: neither.
    reasons = ("19", "19", "19", "21", "22", "02", "31", "20", "36", "38", "39")
    rows = [help_of(number, reason) for number, reason in enumerate(reasons, start=1)]
    assert value("wmo_voortijdig", provisions=rows) == (40.0, 5)


def test_the_length_of_help_is_that_of_real_endings() -> None:
    # 10, 10 and 20 weeks; the change of provider after 1 week and what still runs do not count.
    rows = [
        help_of(1, "19"),
        help_of(2, "31"),
        help_of(3, "02", start="2019-10-14"),
        help_of(4, "38", start="2020-02-24"),
        help_of(5, "", end=None),
    ]
    assert value("wmo_duur", provisions=rows) == (10.0, 3)


def test_what_waits_on_the_last_day() -> None:
    # On 31 March: 56 days, 57 days, 1 day; decided on the day itself, and received after it.
    received = ("2020-02-04", "2020-02-03", "2020-03-30", "2020-01-01", "2020-04-01")
    decided = (None, "2020-04-01", None, "2020-03-31", None)
    rows = [
        {"application": number, "person": number, "law": "wmo", "received": one, "decided": other}
        for number, (one, other) in enumerate(zip(received, decided, strict=True), start=1)
    ]
    rows = [row | {"outcome": "toegekend" if row["decided"] else ""} for row in rows]
    assert value("wmo_aanvragen_open", applications=rows) == (3.0, 3)
    assert value("wmo_aanvragen_open_duur", applications=rows) == (8.0, 3)
    share, cases = value("wmo_aanvragen_open_te_lang", applications=rows)
    assert (share, cases) == (pytest.approx(100 / 3), 3)


def test_the_price_of_an_hour_is_all_euros_by_all_hours() -> None:
    # 60 minutes for € 50, 3 hours for € 130, a part of a day (4 hours) for € 220: € 400 for 8 hours. Per piece: not.
    lines = (("01", 60, 5_000), ("04", 3, 13_000), ("16", 1, 22_000), ("82", 1, 99_900))
    rows = [
        {
            "declaration": number,
            "provision": 1,
            "person": 1,
            "law": "wmo",
            "category": "02",
            "provider": "99990101",
            "service_start": "2020-01-01",
            "received": "2020-02-01",
            "volume": volume,
            "unit": unit,
            "amount": amount,
        }
        for number, (unit, volume, amount) in enumerate(lines, start=1)
    ]
    assert value("wmo_prijs_begeleiding", declarations=rows) == (50.0, 1)
    assert value("wmo_kosten_per_client", declarations=rows) == (1399.0, 1)
    assert value("wmo_kosten_ontvangen", declarations=rows) == (1399.0, 1)


def test_a_year_counts_everybody_once() -> None:
    # One person in two quarters, one in another quarter: 2 of 240 inhabitants (10 in each of 8 ages of 3 buurten).
    rows = [
        help_of(1, "19"),
        help_of(1, "", provision=9, start="2020-05-01", end="2020-06-30"),
        help_of(2, "", start="2020-10-01", end=None),
    ]
    found, cases = value("wmo_clienten_jaar", "2020", provisions=rows, population=everybody())
    assert (found, cases) == (pytest.approx(2 * 10_000 / 240), 2)


def test_stay_is_counted_on_the_last_day() -> None:
    births = [{"person": number, "household": number, "birth_date": "2010-01-01"} for number in (1, 2, 3)]
    stay = {"law": "jeugd", "category": "44", "start": "2019-12-01"}
    rows = [
        help_of(1, **stay | {"end": None}),
        help_of(2, "31", **stay | {"end": "2020-03-31"}),
        help_of(3, **stay | {"category": "45", "end": None}),
    ]
    # 1 of the 90 young people (10 in each of 3 ages under 18 of 3 buurten); an end on the day is not there any more.
    found, cases = value("jeugdhulp_verblijf", provisions=rows, population=everybody(), persons=births)
    assert (found, cases) == (pytest.approx(1000 / 90), 1)
