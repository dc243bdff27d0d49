"""Taakvelden in three regimes: the groups hold every code once, and no other sum is a series."""

from __future__ import annotations

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from socdom.errors import DefinitionError
from socdom.measures.compute import compute
from socdom.measures.kinds.budget import Budget
from socdom.measures.taakvelden import (
    GROUPS,
    REGIMES,
    codes_of_groups,
    comparison_faults,
    group_of,
    groups_in,
)
from socdom.quarters import Quarter
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS, town

OPEN_DATA = Path(os.environ.get("SOCDOM_OPEN_DATA") or Path(__file__).parents[4] / "shared" / "data")
# The lists of CBS, copied from the Iv3 definitions of 2017, 2023 and 2025.
LISTS = {
    2016: "6.1 6.2 6.3 6.4 6.5 6.6 6.71 6.72 6.81 6.82",
    2023: "6.1 6.2 6.3 6.4 6.5 6.6 6.71 6.71a 6.71b 6.71c 6.71d 6.72 6.72a 6.72b 6.72c 6.72d 6.73a 6.73b 6.73c "
    "6.74a 6.74b 6.74c 6.81 6.81a 6.81b 6.82 6.82a 6.82b",
    2025: "6.1 6.21 6.22 6.23 6.3 6.4 6.5 6.60 6.711 6.712 6.713 6.714 6.751 6.752 6.753 6.761 6.762 6.763 6.791 "
    "6.792 6.811 6.812 6.821 6.822 6.91 6.92",
}


def faults(lists: dict[int, tuple[str, ...]]) -> list[str]:
    return [str(fault) for fault in comparison_faults(lists)]


@pytest.mark.parametrize("year", LISTS)
def test_every_taakveld_of_a_regime_is_in_one_group(year: int) -> None:
    place = REGIMES.index(year)
    grouped = Counter(code for lists in GROUPS.values() for code in lists[place])
    assert grouped == Counter(LISTS[year].split())


def test_every_published_taakveld_has_a_group() -> None:
    files = sorted((OPEN_DATA / "finance_iv3").glob("*.csv"))
    if not files:
        pytest.skip("the open data is not on this machine")
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as file:
            codes = {row["Taakveld"].split()[0] for row in csv.DictReader(file, delimiter=";")}
        social = {code for code in codes if code.startswith("6.")}
        assert social
        assert None not in {group_of(code) for code in social}
        place = sum(int(path.name[:4]) >= year for year in REGIMES) - 1
        assert social <= set(LISTS[REGIMES[place]].split())


@pytest.mark.parametrize("groups", [("wmo",), ("jeugd", "zorg_18_min"), tuple(GROUPS)])
def test_a_sum_of_groups_is_a_series(groups: tuple[str, ...]) -> None:
    lists = codes_of_groups(*groups)
    assert faults(lists) == []
    assert [groups_in(lists[year], place) for place, year in enumerate(REGIMES)] == [groups] * 3


def test_a_taakveld_that_was_split_is_no_series() -> None:
    found = faults({2016: ("6.71",), 2025: ("6.711",)})
    # The first list still holds in 2023, where 6.71 is a remainder.
    assert len(found) == 3
    assert found[0].startswith("Budget: taakvelden vanaf 2016: hele groepen")
    assert found[1].startswith("Budget: taakvelden vanaf 2023: hele groepen")
    assert "gevonden: 6.711" in found[2]


def test_a_list_that_never_changed_may_go_on() -> None:
    assert faults({2016: ("6.3",)}) == []
    assert faults({2018: ("6.1", "6.3")}) == []
    assert len(faults({2016: ("6.2",)})) == 1


def test_within_one_regime_any_taakveld_is_a_series() -> None:
    assert faults({2025: ("6.711",)}) == []
    assert len(faults({2025: ("6.711",), 2026: ("6.712",)})) == 1


def test_one_group_cannot_follow_another() -> None:
    with pytest.raises(DefinitionError, match="over alle jaren hetzelfde"):
        Budget({2016: ("6.4",), 2023: ("6.5",)}, side="lasten")


def test_a_whole_without_one_of_its_groups_is_unknown_and_not_smaller() -> None:
    quarters = (Quarter(2022, 4), Quarter(2024, 4))
    lines = [("6.1", 0, 10.0), ("6.3", 0, 20.0), ("6.1", 1, 30.0)]
    rows = [
        {
            "taakveld": code,
            "quarter": quarters[which].index,
            "side": "lasten",
            "budget": 100.0,
            "realised": real,
        }
        for code, which, real in lines
    ]
    item = indicator(
        measure=Budget(codes_of_groups("samenkracht", "inkomen"), side="lasten"),
        moment="jaar",
        format="euro",
        unit="euro",
        levels=("gemeente",),
    )
    figures = compute([item], town(budget=rows), quarters, AREAS)
    assert figures["numerator"].fillna(-1).tolist() == [30, -1]
