"""How long things take, counted by hand: the 90th percentile, and what is still open."""

from __future__ import annotations

import pytest

from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.open_cases import OpenAge, OpenBeyond, OpenCount
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.readable import figures, numbers, rows
from tests.lib.towns import town

Q = tuple(quarter_range(Quarter(2020, 1), Quarter(2020, 4)))
APPLICATIONS = Selection("applications")
GEMEENTE = {"levels": ("gemeente",)}
DAYS = {"format": "dagen", "unit": "dagen", **GEMEENTE}
STAND = {"moment": "stand", **GEMEENTE}

p90 = indicator(measure=Duration(APPLICATIONS, "received", "decided", statistic="p90"), **DAYS)
median = indicator(measure=Duration(APPLICATIONS, "received", "decided"), **DAYS)


def decided_after(days: list[int]) -> Tables:
    """Applications of 1 January, each decided after so many days."""
    received = "2020-01-01"
    return town(
        applications=[
            {"person": n, "law": "wmo", "received": received, "decided": f"2020-{_day(number)}"}
            for n, number in enumerate(days, start=1)
        ]
    )


def _day(number: int) -> str:
    """Month and day so many days after 1 January of a leap year, within the first quarter."""
    month, day = next((m, number - before) for m, before in ((3, 60), (2, 31), (1, 0)) if number >= before)
    return f"{month:02d}-{day + 1:02d}"


@pytest.mark.parametrize(
    ("days", "ninety", "middle"),
    [
        # One case is both.
        ([7], 7, 7),
        # Of nine, eight would be 88,9 %: the ninth is needed.
        ([1, 2, 3, 4, 5, 6, 7, 8, 80], 80, 5),
        # Of ten, nine are exactly 90 %.
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 80], 9, 5.5),
        # Of eleven, ten are needed: nine are 81,8 %.
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 80], 10, 6),
        # The same number of days many times.
        ([0, 0, 0, 0, 0, 0, 0, 0, 0, 30], 0, 0),
        ([30, 30, 30, 0, 0], 30, 30),
        # Twenty: the eighteenth.
        (list(range(1, 21)), 18, 10.5),
        # In any order.
        ([80, 1, 9, 2, 8, 3, 7, 4, 6, 5], 9, 5.5),
    ],
)
def test_ninety_percent_took_at_most_so_many_days(days: list[int], ninety: float, middle: float) -> None:
    tables = decided_after(days)
    assert numbers(p90, tables, Q)[0] == ninety
    assert numbers(median, tables, Q)[0] == middle
    assert numbers(p90, tables, Q, "base") == [len(days), 0, 0, 0]
    assert numbers(p90, tables, Q, "numerator") == [None] * 4
    assert figures(p90, tables, Q)["status"].tolist()[1] == "ontbreekt"


def test_a_percentile_in_weeks_is_that_of_days_divided_by_seven() -> None:
    item = indicator(
        measure=Duration(APPLICATIONS, "received", "decided", unit="weken", statistic="p90"),
        format="weken",
        unit="weken",
        **GEMEENTE,
    )
    assert numbers(item, decided_after([7, 10]), Q)[0] == pytest.approx(10 / 7)


def test_an_open_or_backward_case_is_no_finished_one() -> None:
    tables = town(
        provisions=rows(
            "provisions",
            """
            person assigned    start
            1      2020-02-01  2020-02-29
            2      2020-02-29  2020-02-29
            3      2020-03-01  2020-02-29
            """,
            law="wmo",
        )
    )
    item = indicator(measure=Duration(Selection("provisions"), "assigned", "start", statistic="p90"), **DAYS)
    assert (numbers(item, tables, Q)[0], numbers(item, tables, Q, "base")[0]) == (28, 2)


WAITING = town(
    applications=rows(
        "applications",
        """
        person received    decided
        1      2020-02-29  -
        2      2020-03-31  2020-04-01
        3      2020-03-01  2020-03-31
        4      2020-02-04  2020-06-30
        5      2020-04-01  -
        6      2019-12-31  2020-02-01
        """,
        law="wmo",
    )
)


def test_open_on_the_last_day_is_begun_by_then_and_not_finished_by_then() -> None:
    count = indicator(measure=OpenCount(APPLICATIONS, "received", "decided"), **STAND)
    # 31 March: 1, 2 (received that day) and 4; not 3, decided on the day itself. 30 June: 1 and 5; not 4.
    assert numbers(count, WAITING, Q) == [3, 2, 2, 2]


def test_the_age_of_open_cases_is_counted_to_the_last_day() -> None:
    age = indicator(
        measure=OpenAge(APPLICATIONS, "received", "decided"), format="dagen", unit="dagen", **STAND
    )
    slow = indicator(
        measure=OpenAge(APPLICATIONS, "received", "decided", statistic="p90"),
        format="dagen",
        unit="dagen",
        **STAND,
    )
    # 31 March: 31, 0 and 56 days (February 2020 has 29). 30 June: 122 and 90. 30 September: 92 days more.
    assert numbers(age, WAITING, Q) == [31, 106, 198, 290]
    assert numbers(slow, WAITING, Q) == [56, 122, 214, 306]
    assert numbers(age, WAITING, Q, "base") == [3, 2, 2, 2]


@pytest.mark.parametrize(("days", "beyond"), [(55, 1), (56, 0), (31, 1), (30, 2), (0, 2)])
def test_exactly_the_term_is_not_beyond_it(days: int, beyond: int) -> None:
    item = indicator(
        measure=OpenBeyond(APPLICATIONS, "received", "decided", days),
        format="procent",
        scale=100,
        unit="procent",
        **STAND,
    )
    assert numbers(item, WAITING, Q, "numerator")[0] == beyond
    assert numbers(item, WAITING, Q)[0] == pytest.approx(100 * beyond / 3)
    assert numbers(item, WAITING, Q, "base") == numbers(item, WAITING, Q, "denominator") == [3, 2, 2, 2]


def test_nothing_open_has_no_age_and_no_share_but_is_zero_cases() -> None:
    tables = town(
        applications=rows("applications", "person received decided\n1 2019-01-01 2019-02-01", law="wmo")
    )
    share = indicator(
        measure=OpenBeyond(APPLICATIONS, "received", "decided", 56),
        format="procent",
        scale=100,
        unit="procent",
        **STAND,
    )
    age = indicator(
        measure=OpenAge(APPLICATIONS, "received", "decided"), format="dagen", unit="dagen", **STAND
    )
    count = indicator(measure=OpenCount(APPLICATIONS, "received", "decided"), **STAND)
    assert set(figures(share, tables, Q)["status"]) == {"onmogelijk"}
    assert set(figures(age, tables, Q)["status"]) == {"ontbreekt"}
    assert numbers(count, tables, Q) == [0, 0, 0, 0]
