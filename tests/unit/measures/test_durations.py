"""How long things took and how long they have been open, each in a town counted by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from socdom.errors import DefinitionError
from socdom.measures.compute import compute
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.open_cases import OpenAge, OpenBeyond, OpenCount
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS, town

Q = tuple(quarter_range(Quarter(2019, 1), Quarter(2020, 4)))
ASKED = Selection("applications")
MEDIAN = Duration(ASKED, "received", "decided")
P90 = Duration(ASKED, "received", "decided", statistic="p90")
BEYOND = OpenBeyond(ASKED, "received", "decided", 56)


def asked(received: str, decided: str | None = None, person: int = 1) -> dict[str, Any]:
    return {"person": person, "law": "wmo", "received": received, "decided": decided}


def figures(measure: object, tables: Tables, **changes: Any) -> dict[str, dict[str, Any]]:
    """Figures of the municipality by period."""
    item = indicator(measure=measure, levels=("gemeente",), **changes)
    rows = compute([item], tables, Q, AREAS).to_dict("records")
    return {row["period"]: row for row in rows}


def decided_after(*days: int) -> Tables:
    """Applications of 1 January 2020."""
    end = [np.datetime64("2020-01-01") + number for number in days]
    return town(applications=[asked("2020-01-01", str(day), person) for person, day in enumerate(end)])


def test_median_and_p90_of_what_was_decided_in_the_quarter() -> None:
    tables = decided_after(10, 20, 30, 41, 200)
    assert figures(MEDIAN, tables)["2020Q1"]["value"] == 25
    # 90 % of four is 3,6: the fourth.
    assert figures(P90, tables)["2020Q1"]["value"] == 41
    assert figures(P90, tables)["2020Q1"]["base"] == 4
    assert figures(P90, tables)["2020Q3"]["value"] == 200
    assert figures(P90, tables)["2020Q2"]["status"] == "ontbreekt"


def test_p90_of_ten_is_the_ninth_and_of_eleven_the_tenth() -> None:
    assert figures(P90, decided_after(*range(1, 11)))["2020Q1"]["value"] == 9
    assert figures(P90, decided_after(*range(1, 12)))["2020Q1"]["value"] == 10


def test_a_year_is_counted_anew() -> None:
    found = figures(MEDIAN, decided_after(10, 20, 200), every="jaar")
    assert found["2020"]["value"] == 20
    assert found["2020"]["base"] == 3


def test_statistics_in_weeks_and_their_protection() -> None:
    weeks = Duration(ASKED, "received", "decided", unit="weken")
    assert figures(weeks, decided_after(14, 35))["2020Q1"]["value"] == 3.5
    assert (MEDIAN.protection, P90.protection) == ("duur", "percentiel")
    assert MEDIAN.method != P90.method


@pytest.mark.parametrize(
    ("received", "decided", "quarters"),
    [
        ("2020-03-31", None, [1, 1, 1, 1]),
        ("2020-04-01", None, [0, 1, 1, 1]),
        ("2020-01-01", "2020-03-31", [0, 0, 0, 0]),
        ("2020-01-01", "2020-04-01", [1, 0, 0, 0]),
        ("2019-01-01", "2020-12-31", [1, 1, 1, 0]),
        ("2020-05-01", "2020-02-01", [0, 0, 0, 0]),
    ],
)
def test_open_on_the_last_day(received: str, decided: str | None, quarters: list[int]) -> None:
    found = figures(
        OpenCount(ASKED, "received", "decided"),
        town(applications=[asked(received, decided)]),
        moment="stand",
    )
    assert [found[str(quarter)]["value"] for quarter in Q[4:]] == quarters


def test_age_of_what_is_open() -> None:
    # On 31 March 2020 open for 90 (2020 is a leap year), 31 and 0 days; on 30 June only the first and the last.
    tables = town(
        applications=[
            asked("2020-01-01"),
            asked("2020-02-29", "2020-06-30"),
            asked("2020-03-31"),
            asked("2020-03-01", "2020-03-20"),
        ]
    )
    found = figures(OpenAge(ASKED, "received", "decided"), tables, moment="stand")
    assert [found[str(quarter)]["value"] for quarter in Q[4:6]] == [31, (181 + 91) / 2]
    assert [found[str(quarter)]["base"] for quarter in Q[3:6]] == [0, 3, 2]
    slow = OpenAge(ASKED, "received", "decided", unit="weken", statistic="p90")
    assert figures(slow, tables, moment="stand")["2020Q1"]["value"] == 90 / 7
    assert slow.protection == "percentiel"


def test_open_for_exactly_the_term_is_not_beyond_it() -> None:
    # 31 March is day 56 after 4 February and day 57 after 3 February.
    tables = town(applications=[asked("2020-02-04"), asked("2020-02-03"), asked("2020-03-31")])
    found = figures(BEYOND, tables, moment="stand", format="procent", scale=100)
    first, second = found["2020Q1"], found["2020Q2"]
    assert (first["numerator"], first["denominator"], first["base"]) == (1, 3, 3)
    assert second["value"] == 100
    assert found["2019Q4"]["status"] == "onmogelijk"


def test_of_a_year_the_last_day_counts() -> None:
    tables = town(applications=[asked("2019-11-05"), asked("2019-11-06"), asked("2019-01-01", "2019-12-31")])
    year = figures(BEYOND, tables, moment="stand", every="jaar", format="procent", scale=100)["2019"]
    # 56 days before 31 December is 5 November.
    assert (year["numerator"], year["denominator"]) == (0, 2)
    age = figures(OpenAge(ASKED, "received", "decided"), tables, moment="stand", every="jaar")
    assert age["2019"]["value"] == 55.5
    assert age["2020"]["value"] == 55.5 + 366


def test_a_removal_takes_an_open_case_to_the_new_wijk() -> None:
    tables = town(
        applications=[asked("2020-01-10")],
        addresses=[
            {"person": 1, "area": "BU99980101", "start": "2019-01-01", "end": "2020-05-05"},
            {"person": 1, "area": "BU99980201", "start": "2020-05-06"},
        ],
    )
    item = indicator(
        measure=OpenAge(ASKED, "received", "decided"), levels=("gemeente", "wijk"), moment="stand"
    )
    found = compute([item], tables, Q[4:6], AREAS)
    bases = {(row["area"], row["period"]): row["base"] for row in found.to_dict("records")}
    assert bases["WK999801", "2020Q1"] == 1
    assert bases["WK999801", "2020Q2"] == 0
    assert bases["WK999802", "2020Q2"] == 1


def test_nothing_open_is_zero_and_nothing_delivered_is_unknown() -> None:
    kind = OpenCount(ASKED, "received", "decided")
    closed = town(applications=[asked("2020-01-01", "2020-01-02")])
    assert figures(kind, closed, moment="stand")["2020Q1"]["value"] == 0
    assert figures(kind, Tables.empty(), moment="stand")["2020Q1"]["status"] == "ontbreekt"


@pytest.mark.parametrize(
    ("kind", "settings", "part"),
    [
        (Duration, {"statistic": "gemiddelde"}, "Duration: statistic"),
        (OpenAge, {"unit": "maanden"}, "OpenAge: unit"),
        (OpenAge, {"to": "law"}, "een kolom van applications"),
        (OpenCount, {"from_": "begin"}, "een kolom van applications"),
        (OpenBeyond, {"days": -1}, "OpenBeyond: days"),
        (OpenBeyond, {"days": 2.5}, "een heel getal vanaf 0"),
    ],
)
def test_a_wrong_setting_says_what_to_write(kind: type, settings: dict[str, Any], part: str) -> None:
    given = {"selection": ASKED, "from_": "received", "to": "decided"}
    if kind is OpenBeyond:
        given["days"] = 56
    with pytest.raises(DefinitionError, match=part):
        kind(**given | settings)
