"""Costs per person, prices, changes and concentration, each in a few declarations counted by hand."""

from __future__ import annotations

import math
from typing import Any

import pytest

from socdom.errors import DefinitionError
from socdom.measures.compute import compute
from socdom.measures.kinds.concentration import Concentration
from socdom.measures.kinds.prices import AmountChange, AmountPerPerson, UnitPrice
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS, town

Q = tuple(quarter_range(Quarter(2019, 1), Quarter(2020, 4)))
LINES = Selection("declarations")
EFFECTS = "hoeveelheid_prijs_samenstelling"
PERCENT = {"format": "procent", "scale": 100}


def line(person: int, euros: float, volume: int = 1, **codes: Any) -> dict[str, Any]:
    """A line of help in hours, given in the first quarter of 2020 and billed in the second."""
    return {
        "person": person,
        "law": "wmo",
        "category": "02",
        "provider": "A",
        "service_start": "2020-02-01",
        "received": "2020-04-02",
        "volume": volume,
        "unit": "04",
        "amount": round(euros * 100),
    } | codes


def figures(
    measure: object, lines: list[dict[str, Any]], **changes: Any
) -> dict[tuple[str, str], dict[str, Any]]:
    """Figures of the municipality by period and category."""
    item = indicator(measure=measure, **{"levels": ("gemeente",), "format": "euro"} | changes)
    rows = compute([item], town(declarations=lines), Q, AREAS).to_dict("records")
    return {(row["period"], row["category"]): row for row in rows}


def test_per_person_divides_by_who_has_a_line() -> None:
    lines = [line(1, 100), line(1, 60), line(2, 40), line(3, -20)]
    row = figures(AmountPerPerson(LINES), lines)["2020Q1", ""]
    assert (row["numerator"], row["denominator"], row["base"], row["value"]) == (180, 3, 3, 60)
    assert figures(AmountPerPerson(LINES), lines)["2020Q2", ""]["status"] == "onmogelijk"
    billed = figures(AmountPerPerson(LINES, by="received_quarter"), lines)
    assert billed["2020Q2", ""]["value"] == 60


def test_per_person_per_year_counts_a_person_once() -> None:
    lines = [line(1, 100), line(1, 100, service_start="2020-08-01"), line(2, 100)]
    assert figures(AmountPerPerson(LINES), lines, every="jaar")["2020", ""]["value"] == 150


def test_price_per_hour_adds_minutes_and_dagdelen() -> None:
    # 90 minutes, 2 hours and one dagdeel of 4 hours: 7,5 hours for 375 euros. The day and the piece are left out.
    lines = [
        line(1, 75, 90, unit="01"),
        line(1, 100, 2),
        line(2, 200, 1, unit="16"),
        line(3, 900, 1, unit="14"),
        line(4, 900, 1, unit="82"),
    ]
    row = figures(UnitPrice(LINES, "uur"), lines)["2020Q1", ""]
    assert (row["numerator"], row["denominator"], row["base"], row["value"]) == (375, 7.5, 2, 50)
    assert figures(UnitPrice(LINES, "etmaal"), lines)["2020Q1", ""]["value"] == 900
    pieces = [line(4, 900, 1, unit="82"), line(5, 300, 3, unit="84")]
    assert figures(UnitPrice(LINES, "stuk"), pieces)["2020Q1", ""]["value"] == 300


def test_a_credit_takes_its_volume_off() -> None:
    lines = [line(1, 100, 4), line(1, -50, -2)]
    assert figures(UnitPrice(LINES, "uur"), lines)["2020Q1", ""]["value"] == 25


@pytest.mark.parametrize("back", [4, 5])
def test_of_nothing_or_less_there_is_no_price(back: int) -> None:
    row = figures(UnitPrice(LINES, "uur"), [line(1, 100, 4), line(1, -90, -back)])["2020Q1", ""]
    assert math.isnan(row["value"])
    assert row["status"] == "onmogelijk"


def test_price_by_category_of_help() -> None:
    lines = [line(1, 100, 4), line(2, 100, 1, category="01")]
    found = figures(UnitPrice(LINES, "uur"), lines, group_by=("categorie_wmo",))
    assert found["2020Q1", "01"]["value"] == 100
    assert found["2020Q1", "02"]["value"] == 25


def before(person: int, euros: float, volume: int = 1, **codes: Any) -> dict[str, Any]:
    """The same a year earlier."""
    return line(person, euros, volume, **{"service_start": "2019-03-31"} | codes)


def change(lines: list[dict[str, Any]], period: str = "2020Q1", **changes: Any) -> dict[str, float]:
    found = figures(AmountChange(LINES), lines, group_by=(EFFECTS,), **changes)
    names = ("", "hoeveelheid", "prijs", "samenstelling")
    return {name or "totaal": found[period, name]["value"] for name in names}


def test_a_change_by_more_hours_at_a_higher_price() -> None:
    # 10 hours of 50 became 12 hours of 55: 2 hours at 50, and 12 times 5.
    lines = [before(1, 500, 10), line(1, 660, 12)]
    assert change(lines) == {"totaal": 160, "hoeveelheid": 100, "prijs": 60, "samenstelling": 0}
    assert change(lines, "2020", every="jaar")["totaal"] == 160
    assert change(lines, "2020Q2")["totaal"] == 0


def test_a_change_by_dearer_kinds_of_help() -> None:
    # 10 hours of 40 and 10 of 60 became 5 of 40 and 15 of 60: as many hours at the same prices.
    lines = [
        before(1, 400, 10, category="01"),
        before(2, 600, 10),
        line(1, 200, 5, category="01"),
        line(2, 900, 15),
    ]
    assert change(lines) == {"totaal": 100, "hoeveelheid": 0, "prijs": 0, "samenstelling": 100}


def test_hours_and_days_are_not_added_up_and_minutes_and_hours_are() -> None:
    # Days: 2 of 100 became 3 of 100. Minutes: 60 for 50 euros became as much in hours, another good: no price of before.
    lines = [
        before(1, 200, 2, unit="14"),
        line(1, 300, 3, unit="14"),
        before(1, 50, 60, unit="01"),
        line(1, 70, 1),
    ]
    assert change(lines) == {"totaal": 120, "hoeveelheid": 100, "prijs": 0, "samenstelling": 20}


def test_the_same_code_under_two_laws_is_two_goods() -> None:
    lines = [
        before(1, 100, 1, category="41"),
        line(1, 110, 1, category="41"),
        before(2, 100, 1, category="41", law="jeugd"),
        line(2, 100, 1, category="41", law="jeugd"),
    ]
    assert change(lines)["prijs"] == 10


def test_the_base_of_a_change_is_the_smaller_number_of_persons() -> None:
    found = figures(
        AmountChange(LINES), [before(1, 10), before(2, 10), before(3, 10), line(1, 10), line(4, 10)]
    )
    assert found["2020Q1", ""]["base"] == 2
    assert (found["2020Q1", ""]["numerator"], found["2020Q1", ""]["value"]) == (-10, -10)


def test_without_a_year_before_in_the_run_a_change_is_unknown() -> None:
    found = figures(AmountChange(LINES), [before(1, 10)], group_by=(EFFECTS,))
    assert {period for (period, _), row in found.items() if row["status"] == "ontbreekt"} == {
        "2019Q1", "2019Q2", "2019Q3", "2019Q4"
    }  # fmt: skip
    year = figures(AmountChange(LINES), [before(1, 10)], every="jaar")
    assert year["2019", ""]["status"] == "ontbreekt"
    assert year["2020", ""]["value"] == -10


def test_a_run_of_one_year_has_no_change() -> None:
    item = indicator(measure=AmountChange(LINES), levels=("gemeente",), format="euro", every="jaar")
    found = compute([item], town(declarations=[line(1, 10)]), Q[4:], AREAS)
    assert found["status"].tolist() == ["ontbreekt"]


def provided(**euros: float) -> list[dict[str, Any]]:
    return [line(person, amount, provider=name) for person, (name, amount) in enumerate(euros.items())]


def test_share_of_the_largest_providers() -> None:
    lines = [*provided(A=50, B=30, C=15, D=5), line(9, 10, provider="B"), line(9, 500, provider="")]
    row = figures(Concentration(LINES, top=2), lines, **PERCENT)["2020Q1", ""]
    # B has 40, A 50, of 110.
    assert (row["numerator"], row["denominator"], row["base"]) == (90, 110, 5)
    assert row["value"] == pytest.approx(100 * 90 / 110)


def test_a_provider_with_nothing_or_less_does_not_take_part() -> None:
    lines = [*provided(A=50, B=30, C=20), line(5, -20, provider="C"), line(6, -5, provider="D")]
    assert figures(Concentration(LINES, top=1), lines, **PERCENT)["2020Q1", ""]["value"] == 62.5
    assert figures(Concentration(LINES, top=2), lines, **PERCENT)["2020Q1", ""]["status"] == "onmogelijk"


def test_with_no_more_providers_than_asked_there_is_no_share() -> None:
    found = figures(Concentration(LINES), provided(A=50, B=30, C=20), **PERCENT)["2020Q1", ""]
    assert math.isnan(found["value"])
    assert found["status"] == "onmogelijk"
    assert (
        figures(Concentration(LINES), provided(A=50, B=30, C=10, D=10), **PERCENT)["2020Q1", ""]["value"]
        == 90
    )


@pytest.mark.parametrize(
    "measure", [AmountPerPerson(LINES), UnitPrice(LINES, "uur"), AmountChange(LINES), Concentration(LINES)]
)
def test_nothing_delivered_is_unknown(measure: object) -> None:
    item = indicator(measure=measure, levels=("gemeente",))
    assert set(compute([item], Tables.empty(), Q, AREAS)["status"]) == {"ontbreekt"}


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (lambda: UnitPrice(LINES, "minuut"), "UnitPrice: measure"),
        (lambda: UnitPrice(LINES, "uur", by="start"), "UnitPrice: by"),
        (lambda: AmountChange(Selection("provisions")), "AmountChange: selection"),
        (lambda: AmountPerPerson(Selection("benefits")), "AmountPerPerson: selection"),
        (lambda: Concentration(LINES, top=0), "Concentration: top"),
        (lambda: indicator(measure=AmountChange(LINES), format="euro", levels=("gemeente", "wijk")), "levels"),
        (lambda: indicator(measure=AmountChange(LINES), format="euro", levels=("gemeente",), group_by=("vorm",)), "group_by"),
    ],
)  # fmt: skip
def test_a_wrong_setting_says_what_to_write(make: Any, part: str) -> None:
    with pytest.raises(DefinitionError, match=part):
        make()
