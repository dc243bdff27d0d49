"""Help under more than one law, counted by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socdom.measures.kinds.overlap import Overlap
from socdom.quarters import Quarter, quarter_range
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.readable import figures, numbers, rows
from tests.lib.towns import frame, town

Q = tuple(quarter_range(Quarter(2020, 1), Quarter(2020, 4)))
SPLIT = {"group_by": ("aantal_wetten", "combinatie_wetten"), "levels": ("gemeente", "wijk")}
PART = {"format": "procent", "scale": 100, "unit": "procent", "levels": ("gemeente",)}

persons = indicator(measure=Overlap(), **SPLIT)
households = indicator(
    measure=Overlap(of="households"), group_by=("aantal_wetten", "combinatie_wetten"), levels=("gemeente",)
)

FAMILY = town(
    persons=rows(
        "persons",
        """
        person household birth_date
        1      10        1980-02-29
        2      10        2010-01-01
        3      20        1950-01-01
        4      30        1990-01-01
        """,
    ),
    addresses=rows(
        "addresses",
        """
        person area        start       end
        1      BU99980101  2019-01-01  2020-05-31
        1      BU99980201  2020-06-01  -
        2      BU99980102  2019-01-01  -
        """,
    ),
    provisions=rows(
        "provisions",
        """
        person law    start       end
        1      wmo    2019-01-01  2020-03-31
        2      jeugd  2020-03-31  2020-06-30
        3      wmo    2020-02-29  2020-02-29
        """,
    ),
    benefits=rows(
        "benefits",
        """
        person household start       end
        1      999       2020-03-31  2020-07-01
        4      30        2020-01-01  -
        """,
    ),
    debt_trajectories=rows(
        "debt_trajectories",
        """
        person household start       end
        1      10        2020-07-01  2020-12-31
        """,
    ),
)


def test_two_laws_that_touch_the_same_quarter_overlap() -> None:
    # 1: Wmo and bijstand in the first quarter, bijstand and debt help in the third (both on 1 July).
    assert numbers(persons, FAMILY, Q) == [1, 0, 1, 0]
    assert numbers(persons, FAMILY, Q, category="wmo_participatie") == [1, 0, 0, 0]
    assert numbers(persons, FAMILY, Q, category="participatie_schulden") == [0, 0, 1, 0]
    assert numbers(persons, FAMILY, Q, category="2") == [1, 0, 1, 0]
    assert numbers(persons, FAMILY, Q, category="3") == [0, 0, 0, 0]


def test_a_household_has_the_laws_of_all_its_persons_by_the_register_of_persons() -> None:
    # Household 10: Wmo, jeugd and bijstand; jeugd and bijstand; bijstand and debt help. The benefit names another.
    assert numbers(households, FAMILY, Q) == [1, 1, 1, 0]
    assert numbers(households, FAMILY, Q, category="3") == [1, 0, 0, 0]
    assert numbers(households, FAMILY, Q, category="2") == [0, 1, 1, 0]
    assert numbers(households, FAMILY, Q, category="wmo_jeugd_participatie") == [1, 0, 0, 0]
    # Exactly that combination: not also its parts.
    assert numbers(households, FAMILY, Q, category="wmo_jeugd") == [0, 0, 0, 0]
    assert numbers(households, FAMILY, Q, category="jeugd_participatie") == [0, 1, 0, 0]


def test_in_a_year_laws_need_not_meet_in_a_quarter() -> None:
    year = replace(persons, every="jaar")
    assert numbers(year, FAMILY, Q) == [1]
    assert numbers(year, FAMILY, Q, category="wmo_participatie_schulden") == [1]
    whole = replace(households, every="jaar")
    assert numbers(whole, FAMILY, Q, category="4") == [1]
    assert numbers(whole, FAMILY, Q, category="wmo_jeugd_participatie_schulden") == [1]


def test_at_least_three() -> None:
    item = indicator(measure=Overlap(of="households", at_least=3), levels=("gemeente",))
    assert numbers(item, FAMILY, Q) == [1, 0, 0, 0]


def test_the_share_is_of_everybody_with_any_law() -> None:
    item = indicator(measure=Overlap(share=True), **PART)
    # First quarter: 1, 2, 3 and 4 have something. Second: 1, 2 and 4. Third: 1 and 4. Fourth the same.
    assert numbers(item, FAMILY, Q, "denominator") == numbers(item, FAMILY, Q, "base") == [4, 3, 2, 2]
    assert numbers(item, FAMILY, Q) == [25, 0, 50, 0]
    homes = indicator(measure=Overlap(of="households", share=True), **PART)
    assert numbers(homes, FAMILY, Q, "denominator") == [3, 2, 2, 2]


def test_by_wijk_of_the_last_known_address() -> None:
    assert numbers(persons, FAMILY, Q, area="WK999801") == [1, 0, 0, 0]
    assert numbers(persons, FAMILY, Q, area="WK999802") == [0, 0, 1, 0]


@pytest.mark.parametrize("missing", ["wmo", "jeugd", "benefits", "debt_trajectories"])
def test_without_one_of_the_registrations_it_is_unknown(missing: str) -> None:
    tables: Tables = FAMILY
    if missing in ("wmo", "jeugd"):
        tables = replace(tables, provisions=tables.provisions[tables.provisions["law"] != missing])
    else:
        tables = replace(tables, **{missing: frame(missing, [])})
    assert set(figures(persons, tables, Q)["status"]) == {"ontbreekt"}
    assert numbers(persons, tables, Q, category="wmo_jeugd") == [None] * 4
    share = indicator(measure=Overlap(share=True), **PART)
    assert set(figures(share, tables, Q)["status"]) == {"ontbreekt"}
