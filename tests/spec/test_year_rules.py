"""A year is counted anew, by hand; what is not delivered is unknown; rates per 10.000."""

from __future__ import annotations

import pytest

from socdom.errors import DeliveryError
from socdom.measures.denominators import ADULTS, EVERYBODY, YOUTH_0_17
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.flows import Inflow, Outflow
from socdom.measures.kinds.open_cases import OpenAge
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.share import Share
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from socdom.tables.contracts import check_table
from tests.lib.definitions import indicator
from tests.lib.readable import figures, numbers, rows
from tests.lib.towns import everybody, frame, town

Q = tuple(quarter_range(Quarter(2019, 3), Quarter(2021, 1)))
ALL = Selection("provisions")
YEAR = {"every": "jaar"}


def helped(text: str):
    return rows("provisions", text, law="wmo", category="01", form="zin")


SOME = town(
    provisions=helped(
        """
        person start       end         end_reason
        1      2020-01-01  2020-01-01  19
        2      2019-02-01  2019-12-31  19
        3      2020-12-31  -           -
        4      2020-02-29  2020-05-01  19
        4      2020-09-01  2020-10-01  19
        5      2021-01-01  -           -
        6      2019-01-01  2020-12-31  19
        """
    )
)


def test_only_whole_years_are_given() -> None:
    active = indicator(measure=PersonsActive(ALL), **YEAR)
    assert list(figures(active, SOME, Q).index) == ["2020"]
    assert figures(active, SOME, Q[:5]).empty
    assert figures(active, SOME, [quarter for quarter in Q if quarter.number != 3]).empty


def test_everybody_once_in_a_year_whatever_the_number_of_quarters() -> None:
    active = indicator(measure=PersonsActive(ALL))
    # 1, 3, 4 and 6; in the quarters 1+4+6, 4+6, 4+6, 3+4+6: ten together.
    assert numbers(indicator(measure=PersonsActive(ALL), **YEAR), SOME, Q) == [4]
    assert numbers(active, SOME, Q)[2:6] == [3, 2, 2, 3]


def test_the_stock_of_a_year_is_that_of_the_last_day_of_december() -> None:
    stock = indicator(measure=Stock(ALL), moment="stand", **YEAR)
    # 6 ends on the day itself and is not in it; 3 begins on it and is.
    assert numbers(stock, SOME, Q) == [1]


def test_who_comes_twice_in_a_year_comes_twice() -> None:
    assert numbers(indicator(measure=Inflow(ALL), **YEAR), SOME, Q) == [4]
    assert numbers(indicator(measure=Outflow(ALL), **YEAR), SOME, Q) == [4]


def test_home_is_the_last_known_address_in_the_year_and_age_that_of_new_years_day() -> None:
    tables = town(
        provisions=helped("person start end\n1 2020-01-01 2020-02-01\n2 2020-12-31 -"),
        persons=rows("persons", "person birth_date\n1 2002-01-01\n2 2002-01-02"),
        addresses=rows(
            "addresses",
            """
            person area        start       end
            1      BU99980101  2019-01-01  2020-12-30
            1      BU99980201  2020-12-31  -
            2      BU99980102  2019-01-01  2020-01-01
            """,
        ),
    )
    active = indicator(measure=PersonsActive(ALL), group_by=("leeftijd",), **YEAR)
    assert numbers(active, tables, Q, area="WK999801") == [1]
    assert numbers(active, tables, Q, area="WK999802") == [1]
    # 18 on 1 January 2020, and a day too young.
    assert numbers(active, tables, Q, category="18_64") == [1]
    assert numbers(active, tables, Q, category="0_17") == [1]
    young = indicator(measure=PersonsActive(Selection("provisions", ages=(0, 17))), **YEAR)
    assert numbers(young, tables, Q) == [1]


@pytest.mark.parametrize(
    ("per", "scale", "style", "inhabitants", "value"),
    [
        # Eight age groups in three buurten, 50 in each.
        (EVERYBODY, 10_000, "per_10000", 1200, 4 * 10_000 / 1200),
        (EVERYBODY, 1_000, "per_1000", 1200, 4 * 1_000 / 1200),
        (ADULTS, 10_000, "per_10000", 750, 4 * 10_000 / 750),
        (YOUTH_0_17, 100, "procent", 450, 4 * 100 / 450),
    ],
)
def test_a_rate_of_a_year_is_by_the_inhabitants_of_the_first_of_january(
    per, scale: int, style: str, inhabitants: float, value: float
) -> None:
    population = [row | {"persons": row["persons"] + (row["quarter"] != 8080) * 7} for row in everybody(50)]
    tables = town(provisions=SOME.provisions.to_dict("records"), population=population)
    item = indicator(
        measure=PersonsActive(ALL), per=per, scale=scale, format=style, unit="per zoveel", **YEAR
    )
    assert numbers(item, tables, Q, "denominator") == [inhabitants]
    assert numbers(item, tables, Q) == [pytest.approx(value)]


def test_a_leap_day_is_a_day_like_another() -> None:
    tables = town(
        provisions=helped("person start end\n1 2020-02-29 2020-02-29\n2 2020-02-28 2020-03-01"),
        persons=rows("persons", "person birth_date\n1 2002-02-28\n2 2004-02-29"),
        applications=rows(
            "applications",
            """
            person received    decided
            1      2020-02-28  2020-03-01
            2      2019-02-28  2019-03-01
            3      2020-02-29  -
            """,
            law="wmo",
        ),
    )
    waited = indicator(
        measure=Duration(Selection("applications"), "received", "decided"),
        format="dagen",
        unit="dagen",
        levels=("gemeente",),
    )
    quarters = tuple(quarter_range(Quarter(2019, 1), Quarter(2020, 1)))
    assert numbers(waited, tables, quarters) == [1, None, None, None, 2]
    age = indicator(
        measure=OpenAge(Selection("applications"), "received", "decided"),
        moment="stand",
        format="dagen",
        unit="dagen",
        levels=("gemeente",),
    )
    assert numbers(age, tables, quarters)[-1] == 31
    # Born on 29 February 2004: 18 on 1 March 2022, so in the second quarter; on 28 February 2002: 18 in Q2 of 2020.
    young = indicator(measure=PersonsActive(Selection("provisions", ages=(0, 17))), levels=("gemeente",))
    assert numbers(young, tables, [Quarter(2020, 1)]) == [2]


WMO = Selection("provisions", {"law": "wmo"})
YOUTH = Selection("provisions", {"law": "jeugd"})


@pytest.mark.parametrize("every", ["kwartaal", "jaar"])
def test_a_law_without_a_row_is_unknown_and_a_law_with_rows_elsewhere_in_time_is_zero(every: str) -> None:
    tables = town(provisions=helped("person start end\n1 2012-01-01 2012-02-01"))
    for measure in (
        PersonsActive(WMO),
        PersonsActive(Selection("provisions", {"law": "wmo", "category": "02"})),
    ):
        found = numbers(indicator(measure=measure, every=every), tables, Q)
        assert found == [0] * len(found)
        assert found
    for measure in (PersonsActive(YOUTH), Inflow(YOUTH), Outflow(YOUTH)):
        found = figures(indicator(measure=measure, every=every, group_by=("vorm",)), tables, Q)
        assert set(found["status"]) == {"ontbreekt"}
        assert found[["numerator", "value", "base"]].isna().all().all()
    share = indicator(
        measure=Share(YOUTH, {"referrer": "02"}), every=every, format="procent", scale=100, unit="procent"
    )
    assert set(figures(share, tables, Q)["status"]) == {"ontbreekt"}


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        (
            "provisions",
            "provision person assigned start end\n1 1 2020-01-01 2020-03-01 2020-02-29",
            "niet eerder",
        ),
        ("benefits", "benefit person household start end\n1 1 1 2020-01-01 2019-12-31", "niet eerder"),
        (
            "debt_trajectories",
            "trajectory person household registered start end\n1 1 1 2020-01-02 2020-01-01 -",
            "niet eerder",
        ),
        ("reintegrations", "reintegration person start end\n1 1 2020-01-01 2019-12-31", "niet eerder"),
        (
            "debt_signals",
            "signal person household received contacted\n1 1 1 2020-03-01 2020-02-29",
            "niet eerder",
        ),
    ],
)
def test_an_end_before_its_start_is_refused_before_anything_is_counted(
    name: str, text: str, rule: str
) -> None:
    with pytest.raises(DeliveryError, match=rule):
        check_table(name, frame(name, rows(name, text)), f"{name}.csv")
