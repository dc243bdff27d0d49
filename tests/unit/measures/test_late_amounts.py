"""How declarations came in, by hand and against plain pandas."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from socdom.measures.late_amounts import LAST_AGE, fewest_clients, late_amounts, sums_on, valuation_days
from socdom.measures.selection import Selection
from socdom.quarters import Quarter
from tests.lib.late_town import declarations, provisions, tables

WMO = Selection("declarations", {"law": "wmo"})
FIRST, LAST, AS_OF = Quarter(2020, 1), Quarter(2020, 3), date(2020, 11, 15)
NAN = float("nan")
# Help in each quarter, and what came in by 15 May, 15 August and 15 November.
LINES = declarations(
    [
        (date(2020, 1, 10), date(2020, 2, 1), 1000, 1),
        (date(2020, 3, 31), date(2020, 5, 15), 200, 2),  # the last day that counts at age 0
        (date(2020, 1, 10), date(2020, 5, 16), 30, 1),  # a day later: age 1
        (date(2020, 1, 10), date(2020, 11, 15), -4, 1),
        (date(2020, 4, 1), date(2020, 8, 15), 500, 3),
        (date(2020, 6, 30), date(2020, 8, 16), 60, 3),
        (date(2020, 9, 30), date(2020, 10, 1), 7, 4),
        (date(2020, 9, 30), date(2020, 11, 16), 9999, 4),  # too late for this edition
        (date(2020, 10, 1), date(2020, 10, 20), 9999, 4),  # help of a later quarter
        (date(2019, 12, 31), date(2020, 2, 1), 9999, 4),  # and of an earlier one
    ]
)


def test_amounts_and_lines_by_hand() -> None:
    late = late_amounts(tables(LINES), WMO, FIRST, LAST, AS_OF)
    assert late.groups == ("01",)
    assert np.array_equal(late.cents[0], [[1200, 1230, 1226], [500, 560, NAN], [7, NAN, NAN]], equal_nan=True)
    assert np.array_equal(late.lines[0], [[2, 3, 4], [1, 2, NAN], [1, NAN, NAN]], equal_nan=True)
    assert fewest_clients(tables(LINES), WMO, late, (0,)) == 1
    assert (
        fewest_clients(tables(LINES), WMO, late_amounts(tables(LINES), WMO, FIRST, FIRST, AS_OF), (0,)) == 2
    )


def test_as_it_was_a_quarter_ago_is_what_an_edition_of_then_saw() -> None:
    now = late_amounts(tables(LINES), WMO, FIRST, LAST, AS_OF).seen(1)
    then = late_amounts(tables(LINES), WMO, FIRST, LAST - 1, date(2020, 8, 15))
    assert np.array_equal(now.cents[:, :, :2], then.cents, equal_nan=True)


def test_a_delivery_that_begins_later_has_no_older_quarters() -> None:
    late = late_amounts(tables(LINES[LINES["received"] >= "2020-05-01"]), WMO, FIRST, LAST, AS_OF)
    assert (late.first, late.origins) == (Quarter(2020, 2), 2)


def test_without_declarations_there_is_nothing() -> None:
    late = late_amounts(tables(LINES[:0]), WMO, FIRST, LAST, AS_OF)
    assert late.cents.shape == (0, 3, 3)


def test_the_same_day_in_earlier_quarters() -> None:
    days = valuation_days(date(2021, 5, 31), 4).astype("datetime64[D]").astype(str)
    # The last day of a month that is shorter.
    assert days.tolist() == ["2020-08-31", "2020-11-30", "2021-02-28", "2021-05-31"]


def test_allocated_days_by_hand() -> None:
    allocated = provisions(
        [
            (date(2020, 1, 1), date(2020, 1, 11), date(2020, 1, 20)),  # ten days
            (
                date(2020, 5, 16),
                date(2020, 3, 31),
                date(2020, 4, 2),
            ),  # one and two days, allocated afterwards
            (date(2020, 4, 1), date(2020, 9, 1), None),  # open: all of September
            (date(2020, 11, 16), date(2020, 7, 1), None),  # not known yet
            (date(2020, 1, 1), date(2019, 1, 1), date(2019, 12, 31)),
        ]
    )
    late = late_amounts(tables(LINES, allocated), WMO, FIRST, LAST, AS_OF)
    assert np.array_equal(late.days[0], [[10, 11, 11], [2, 2, NAN], [30, NAN, NAN]], equal_nan=True)


def test_against_plain_pandas() -> None:
    rng = np.random.default_rng(6)
    number, first, last, as_of = 3000, Quarter(2017, 1), Quarter(2020, 2), date(2020, 8, 1)
    helped = [date(2016, 12, 1) + timedelta(days=int(day)) for day in rng.integers(0, 1350, number)]
    received = [
        day + timedelta(days=int(late))
        for day, late in zip(helped, rng.integers(1, 900, number), strict=True)
    ]
    rows = zip(helped, received, rng.integers(-500, 5000, number).tolist(), [1] * number, strict=True)
    lines = declarations(rows).assign(category=rng.choice(["01", "02", "07"], number))
    late = late_amounts(tables(lines), WMO, first, last, as_of)
    quarter = lines["service_start"].dt.to_period("Q")
    for place, group in enumerate(late.groups):
        for origin in range(late.origins):
            of_cell = lines["category"].eq(group) & quarter.eq(pd.Period(str(first + origin)))
            for age in range(min(LAST_AGE, late.origins - 1 - origin) + 1):
                back = late.origins - 1 - origin - age
                day = pd.Timestamp(as_of) - pd.DateOffset(months=3 * back)
                expected = lines.loc[of_cell & lines["received"].le(day), "amount"].sum()
                assert late.cents[place, origin, age] == expected


def test_other_laws_take_no_part() -> None:
    both = pd.concat([LINES, LINES.assign(law="jeugd", category="45")], ignore_index=True)
    alone = late_amounts(tables(LINES), WMO, FIRST, LAST, AS_OF)
    assert np.array_equal(
        late_amounts(tables(both), WMO, FIRST, LAST, AS_OF).cents, alone.cents, equal_nan=True
    )


@pytest.mark.parametrize("number", [1, 2])
def test_few_quarters_have_few_ages(number: int) -> None:
    late = late_amounts(tables(LINES), WMO, FIRST, FIRST + number - 1, date(2020, 5, 15))
    assert late.cents.shape == (1, number, number)


def test_a_delivery_of_then_knows_what_was_replaced_since() -> None:
    # On 15 August the bill of 500 was 450, there was one of 25 that is gone now, and one of a later quarter.
    then = declarations(
        [
            (date(2020, 1, 10), date(2020, 2, 1), 1000, 1),
            (date(2020, 3, 31), date(2020, 5, 15), 200, 2),
            (date(2020, 1, 12), date(2020, 6, 1), 25, 1),
            (date(2020, 4, 1), date(2020, 8, 15), 450, 3),
            (date(2020, 6, 30), date(2020, 8, 16), 60, 3),  # after the day, so not yet
            (date(2020, 7, 1), date(2020, 8, 1), 9999, 3),
            (date(2019, 12, 1), date(2020, 2, 1), 9999, 3),
        ]
    )
    other = then.assign(law="jeugd")
    both = sums_on(pd.concat([then, other], ignore_index=True), pd.Timestamp(2020, 8, 15), 1)
    far = sums_on(then, pd.Timestamp(2019, 8, 15), 5)
    late = late_amounts(tables(LINES), WMO, FIRST, LAST, AS_OF, [both, far])
    assert np.array_equal(late.cents[0], [[1200, 1225, 1226], [450, 560, NAN], [7, NAN, NAN]], equal_nan=True)
    assert np.array_equal(late.lines[0], [[2, 3, 4], [1, 2, NAN], [1, NAN, NAN]], equal_nan=True)
    assert late.kept == 1
    assert late_amounts(tables(LINES), WMO, FIRST, LAST, AS_OF).kept == 0


def test_a_delivery_of_then_that_held_nothing() -> None:
    nothing = sums_on(LINES[:0], pd.Timestamp(2020, 8, 15), 1)
    late = late_amounts(tables(LINES), WMO, FIRST, LAST, AS_OF, [nothing])
    assert np.array_equal(late.cents[0], [[1200, 0, 1226], [0, 560, NAN], [7, NAN, NAN]], equal_nan=True)
