"""Help under more than one law at once, counted by hand."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from socdom.errors import DefinitionError
from socdom.measures.compute import compute
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.kinds.overlap import Overlap
from socdom.quarters import Quarter, quarter_range
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS, town

Q = tuple(quarter_range(Quarter(2019, 1), Quarter(2020, 4)))
BOTH = ("aantal_wetten", "combinatie_wetten")
PERCENT = {"format": "procent", "scale": 100}
# So that everything is delivered: a person with each law, long before the run.
_OLD = {"start": "2010-01-01", "end": "2010-02-01"}
# Persons 1 and 2 are a household, 3 and 4 another.
PERSONS = [{"person": person, "household": 100 + (person + 1) // 2} for person in range(1, 5)]
HOMES = [
    {"person": person, "area": area, "start": "2015-01-01"}
    for person, area in ((1, "BU99980101"), (2, "BU99980201"), (3, "BU99980201"), (4, "BU99980101"))
]


def with_laws(*rows: tuple[int, str, str, str | None]) -> Tables:
    """Rows of (person, law, start, end)."""
    made: dict[str, list[dict[str, Any]]] = {
        "provisions": [{"person": 9, "law": law, **_OLD} for law in ("wmo", "jeugd")],
        "benefits": [{"person": 9, **_OLD}],
        "debt_trajectories": [{"person": 9, **_OLD}],
    }
    tables = {"participatie": "benefits", "schulden": "debt_trajectories"}
    for person, law, start, end in rows:
        # The household of a benefit is not used.
        row = {"person": person, "law": law, "household": 1, "start": start, "end": end}
        made[tables.get(law, "provisions")].append(row)
    return town(persons=PERSONS, addresses=HOMES, **made)


def figures(measure: Overlap, tables: Tables, **changes: Any) -> dict[tuple[str, str, str], dict[str, Any]]:
    """By period, area and category."""
    item = indicator(measure=measure, **{"levels": ("gemeente",)} | changes)
    rows = compute([item], tables, Q, AREAS).to_dict("records")
    return {(row["period"], row["area"], row["category"]): row for row in rows}


def values(measure: Overlap, tables: Tables, **changes: Any) -> list[float]:
    """Of the municipality, the four quarters of 2020."""
    found = figures(measure, tables, **changes)
    return [found[str(quarter), "GM9998", ""]["value"] for quarter in Q[4:]]


def test_two_laws_in_one_quarter_need_not_meet_on_a_day() -> None:
    tables = with_laws(
        (1, "wmo", "2019-05-01", "2020-01-01"), (1, "participatie", "2020-03-31", "2020-07-01")
    )
    assert values(Overlap(), tables) == [1, 0, 0, 0]


def test_two_provisions_of_one_law_are_no_overlap() -> None:
    tables = with_laws((1, "wmo", "2019-05-01", None), (1, "wmo", "2020-01-01", None))
    assert values(Overlap(), tables) == [0, 0, 0, 0]


def test_at_least_and_the_share_of_who_has_something() -> None:
    tables = with_laws(
        (1, "wmo", "2020-01-01", None),
        (1, "schulden", "2020-04-01", None),
        (1, "jeugd", "2020-07-01", "2020-09-30"),
        (2, "participatie", "2020-05-01", "2020-09-01"),
    )
    assert values(Overlap(), tables) == [0, 1, 1, 1]
    assert values(Overlap(at_least=3), tables) == [0, 0, 1, 0]
    assert values(Overlap(share=True), tables, **PERCENT) == [0, 50, 50, 100]
    row = figures(Overlap(share=True), tables, **PERCENT)["2020Q2", "GM9998", ""]
    assert (row["numerator"], row["denominator"], row["base"]) == (1, 2, 2)


def test_number_and_combination_of_laws() -> None:
    tables = with_laws(
        (1, "schulden", "2020-01-01", None),
        (1, "wmo", "2020-01-01", None),
        (2, "jeugd", "2020-01-01", None),
        (2, "participatie", "2020-01-01", None),
        (2, "wmo", "2020-01-01", "2020-02-01"),
    )
    found = figures(Overlap(), tables, group_by=BOTH)
    first, second = (
        {
            category: row["value"]
            for (period, _, category), row in found.items()
            if period == name and row["value"]
        }
        for name in ("2020Q1", "2020Q2")
    )
    assert first == {"": 2, "2": 1, "3": 1, "wmo_schulden": 1, "wmo_jeugd_participatie": 1}
    assert second == {"": 2, "2": 2, "wmo_schulden": 1, "jeugd_participatie": 1}


def test_every_combination_has_a_name() -> None:
    order = ("wmo", "jeugd", "participatie", "schulden")
    expected = {"_".join(some) for size in (2, 3, 4) for some in combinations(order, size)}
    assert set(DIMENSIONS["combinatie_wetten"].labels) == expected
    assert len(expected) == 11


def test_a_household_has_the_laws_of_its_persons() -> None:
    tables = with_laws(
        (1, "wmo", "2020-01-01", None),
        (2, "participatie", "2020-04-01", None),
        (3, "jeugd", "2020-01-01", None),
    )
    assert values(Overlap(), tables) == [0, 0, 0, 0]
    assert values(Overlap(of="households"), tables) == [0, 1, 1, 1]
    assert values(Overlap(of="households", share=True), tables, **PERCENT) == [0, 50, 50, 50]


def test_of_who_is_not_in_the_register_the_household_is_unknown() -> None:
    tables = with_laws((8, "wmo", "2020-01-01", None), (8, "schulden", "2020-01-01", None))
    assert values(Overlap(), tables) == [1, 1, 1, 1]
    assert values(Overlap(of="households"), tables) == [0, 0, 0, 0]


def test_wijk_of_a_person_and_of_the_first_person_of_a_household() -> None:
    tables = with_laws((2, "wmo", "2020-01-01", None), (2, "participatie", "2020-01-01", None))
    for of, wijk in (("persons", "WK999802"), ("households", "WK999801")):
        found = figures(Overlap(of=of), tables, levels=("gemeente", "wijk"))
        areas = {area for (period, area, _), row in found.items() if period == "2020Q1" and row["value"] == 1}
        assert areas == {"GM9998", wijk}


def test_in_a_year_laws_of_different_quarters_meet() -> None:
    tables = with_laws(
        (1, "wmo", "2020-01-01", "2020-02-01"), (1, "jeugd", "2020-11-01", None), (2, "schulden", "2019-12-31", "2020-01-01"),
        (2, "wmo", "2019-01-01", "2019-03-01"),
    )  # fmt: skip
    assert values(Overlap(), tables) == [0, 0, 0, 0]
    found = figures(Overlap(), tables, every="jaar", group_by=BOTH)
    assert found["2019", "GM9998", ""]["value"] == 1
    assert found["2019", "GM9998", "wmo_schulden"]["value"] == 1
    assert found["2020", "GM9998", ""]["value"] == 1
    assert found["2020", "GM9998", "wmo_jeugd"]["value"] == 1


@pytest.mark.parametrize("missing", ["wmo", "jeugd", "benefits", "debt_trajectories"])
def test_with_one_registration_missing_an_overlap_is_unknown(missing: str) -> None:
    whole = with_laws((1, "wmo", "2020-01-01", None), (1, "jeugd", "2020-01-01", None))
    kept = {name: getattr(whole, name) for name in ("provisions", "benefits", "debt_trajectories")}
    if missing in kept:
        kept[missing] = kept[missing].iloc[:0]
    else:
        kept["provisions"] = kept["provisions"][kept["provisions"]["law"] != missing].reset_index(drop=True)
    tables = Tables(**{name: getattr(whole, name) for name in vars(whole)} | kept)
    found = figures(Overlap(), tables, group_by=BOTH)
    assert {row["status"] for row in found.values()} == {"ontbreekt"}


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (lambda: Overlap(of="rows"), "Overlap: of"),
        (lambda: Overlap(at_least=1), "Overlap: at_least"),
        (lambda: Overlap(at_least=5), "Overlap: at_least"),
        (lambda: indicator(measure=Overlap(share=True), levels=("gemeente",), group_by=BOTH), "group_by"),
        (lambda: indicator(measure=Overlap(at_least=3), levels=("gemeente",), group_by=BOTH), "group_by"),
        (lambda: indicator(measure=Overlap(), levels=("gemeente",), group_by=("leeftijd",)), "group_by"),
        (lambda: indicator(measure=Overlap(), levels=("gemeente", "buurt")), "levels"),
    ],
)
def test_a_wrong_setting_says_what_to_write(make: Any, part: str) -> None:
    with pytest.raises(DefinitionError, match=part):
        make()
