"""Areas that got another code or border: linked where the border is the same, refused where it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from socdom.measures.compute import compute
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS, town

QUARTERS = tuple(quarter_range(Quarter(2018, 3), Quarter(2019, 2)))
ITEM = indicator(measure=PersonsActive(Selection("provisions")))
HELP = {"person": 1, "law": "wmo", "category": "01", "form": "zin", "start": "2018-01-01"}
HOME = {"person": 1, "area": "BU99980101", "start": "2019-01-01"}


def test_a_quarter_before_the_border_of_now_is_unknown_and_not_zero() -> None:
    changed = date(2019, 1, 1)
    areas = [replace(area, since=changed) if area.code == "BU99980101" else area for area in AREAS]
    # Before 2019 the old code is gone, so the person is in the municipality only.
    figures = compute([ITEM], town(provisions=[HELP], addresses=[HOME]), QUARTERS, areas).set_index("area")
    assert figures.loc["BU99980101", "numerator"].isna().tolist() == [True, True, False, False]
    assert figures.loc["BU99980101", "status"].tolist() == [
        "ontbreekt",
        "ontbreekt",
        "definitief",
        "voorlopig",
    ]
    assert figures.loc["BU99980101", "numerator"].tolist()[2:] == [1, 1]
    assert figures.loc["BU99980102", "numerator"].tolist() == [0, 0, 0, 0]
    assert figures.loc["GM9998", "numerator"].tolist() == [1, 1, 1, 1]


def test_a_change_within_a_quarter_leaves_that_quarter_out() -> None:
    areas = [replace(area, since=date(2019, 1, 2)) if area.level == "wijk" else area for area in AREAS]
    figures = compute([ITEM], town(provisions=[HELP], addresses=[HOME]), QUARTERS, areas).set_index("area")
    assert figures.loc["WK999801", "numerator"].isna().tolist() == [True, True, True, False]


def test_a_municipality_with_another_border_has_no_earlier_breakdowns_either() -> None:
    areas = [replace(area, since=date(2019, 1, 1)) if area.level == "gemeente" else area for area in AREAS]
    item = replace(ITEM, levels=("gemeente",), group_by=("vorm",))
    figures = compute([item], town(provisions=[HELP], addresses=[HOME]), QUARTERS, areas)
    by_category = figures.groupby("category")["numerator"].agg(list)
    assert [by_category[name][2:] for name in ("", "zin", "pgb")] == [[1, 1], [1, 1], [0, 0]]
    earlier = figures[figures["period"].isin(["2018Q3", "2018Q4"])]
    assert (earlier["status"] == "ontbreekt").all()
    assert earlier["numerator"].isna().all()
