"""Who comes back within a number of days, counted by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from socdom.errors import DefinitionError
from socdom.measures.compute import compute
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS, town

Q = tuple(quarter_range(Quarter(2018, 1), Quarter(2020, 4)))
ALL = Selection("provisions")


def help_for(person: int, start: str, end: str | None = None, **codes: Any) -> dict[str, Any]:
    return {
        "person": person,
        "law": "wmo",
        "category": "01",
        "form": "zin",
        "start": start,
        "end": end,
    } | codes


def figures(
    measure: Reentry, tables: Tables, category: str = "", **changes: Any
) -> dict[str, dict[str, Any]]:
    item = indicator(measure=measure, levels=("gemeente",), **changes)
    rows = compute([item], tables, Q, AREAS).to_dict("records")
    return {row["period"]: row for row in rows if row["category"] == category}


def ended_and_back(days: int) -> Tables:
    """Ended on 31 December 2019, and back so many days later."""
    back = str(np.datetime64("2019-12-31") + days)
    return town(provisions=[help_for(1, "2019-01-01", "2019-12-31"), help_for(1, back)])


@pytest.mark.parametrize(("days", "count"), [(91, 0), (92, 1), (200, 1), (201, 0)])
def test_from_beyond_the_gap_up_to_and_including_the_term(days: int, count: int) -> None:
    found = figures(Reentry(ALL, within_days=200), ended_and_back(days))
    assert sum(found[str(quarter)]["value"] for quarter in Q[8:]) == count


def test_the_first_time_is_no_return_and_the_third_time_is_one_more() -> None:
    tables = town(
        provisions=[
            help_for(1, "2019-01-01", "2019-02-01"),
            help_for(1, "2019-07-01", "2019-07-31"),
            help_for(1, "2019-12-01", "2019-12-31"),
            help_for(2, "2019-12-01"),
        ]
    )
    count, share = (figures(Reentry(ALL, share=share), tables) for share in (False, True))
    assert [count[name]["value"] for name in ("2019Q1", "2019Q3", "2019Q4")] == [0, 1, 1]
    assert (share["2019Q4"]["numerator"], share["2019Q4"]["denominator"], share["2019Q4"]["base"]) == (
        1,
        2,
        2,
    )
    assert share["2019Q2"]["status"] == "onmogelijk"


def test_before_the_term_is_over_it_is_unknown_who_was_there() -> None:
    # The run begins on 1 January 2018; 365 days later is 1 January 2019.
    found = figures(Reentry(ALL), ended_and_back(100))
    assert {name for name, row in found.items() if row["status"] == "ontbreekt"} == {
        "2018Q1", "2018Q2", "2018Q3", "2018Q4"
    }  # fmt: skip
    later = figures(Reentry(ALL, within_days=366), ended_and_back(100))
    assert later["2019Q1"]["status"] == "ontbreekt"
    assert later["2019Q2"]["value"] == 0
    share = figures(Reentry(ALL, share=True), ended_and_back(100))
    assert share["2018Q4"]["status"] == "ontbreekt"


def test_of_an_administrative_end_nobody_comes_back() -> None:
    stopped = help_for(1, "2019-01-01", "2019-12-31", end_reason="20")
    assert (
        figures(Reentry(ALL), town(provisions=[stopped, help_for(1, "2020-05-01")]))["2020Q2"]["value"] == 0
    )


def test_one_provision_or_two_that_adjoin_make_no_difference() -> None:
    whole = town(provisions=[help_for(1, "2019-01-01", "2019-12-31"), help_for(1, "2020-05-01")])
    split = town(
        provisions=[
            help_for(1, "2019-07-01", "2019-12-31"),
            help_for(1, "2019-01-01", "2019-06-30"),
            help_for(1, "2020-05-01", "2020-05-31"),
            help_for(1, "2020-06-01"),
        ]
    )
    values = [
        [row["value"] for row in list(figures(Reentry(ALL), tables).values())[4:]]
        for tables in (whole, split)
    ]
    assert values[0] == values[1]
    assert sum(values[0]) == 1


def test_the_form_is_that_of_what_somebody_comes_back_with() -> None:
    tables = town(
        provisions=[
            help_for(1, "2019-01-01", "2019-12-31"),
            help_for(1, "2020-05-01", form="pgb"),
            help_for(1, "2020-05-01"),
        ]
    )
    for category, count in (("pgb", 1), ("zin", 1), ("", 1)):
        assert figures(Reentry(ALL), tables, category, group_by=("vorm",))["2020Q2"]["value"] == count


def test_a_year_has_a_figure_when_the_year_before_is_in_the_run() -> None:
    found = figures(Reentry(ALL), ended_and_back(100), every="jaar")
    assert [found[name]["status"] for name in ("2018", "2019", "2020")] == [
        "ontbreekt",
        "definitief",
        "voorlopig",
    ]
    assert found["2020"]["value"] == 1


def test_a_household_comes_back_with_another_person() -> None:
    rows = [
        {"person": 1, "household": 7, "start": "2019-01-01", "end": "2019-06-30", "end_reason": "werk"},
        {"person": 2, "household": 7, "start": "2020-01-01"},
    ]
    tables = town(benefits=rows)
    assert figures(Reentry(Selection("benefits"), of="households"), tables)["2020Q1"]["value"] == 1
    assert figures(Reentry(Selection("benefits")), tables)["2020Q1"]["value"] == 0


@pytest.mark.parametrize(
    ("settings", "part"),
    [
        ({"within_days": 91}, "een heel getal vanaf 92"),
        ({"within_days": "365"}, "Reentry: within_days"),
        ({"of": "rows"}, "gevonden: 'rows'"),
        ({"gap_days": -1}, "gap_days"),
    ],
)
def test_a_wrong_setting_says_what_to_write(settings: dict[str, Any], part: str) -> None:
    with pytest.raises(DefinitionError, match=part):
        Reentry(ALL, **settings)
