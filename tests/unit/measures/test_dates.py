"""Dates as whole numbers, held against the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.measures.dates import OPEN_QUARTER, day_numbers, first_quarter_at_age, quarter_numbers
from socdom.quarters import Quarter
from socdom.stats.episodes import OPEN_DAY

days = st.dates(date(1910, 1, 1), date(2040, 12, 31))


@settings(max_examples=100, deadline=None)
@given(days)
def test_a_quarter_is_that_of_the_calendar(day: date) -> None:
    column = pd.Series([day, None], dtype="datetime64[s]")
    assert quarter_numbers(column).tolist() == [Quarter.of(day).index, OPEN_QUARTER]
    assert day_numbers(column).tolist() == [(day - date(1970, 1, 1)).days, OPEN_DAY]


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(days, st.sampled_from((date(2004, 2, 29), date(2002, 4, 1), date(2002, 3, 31)))),
    st.integers(1, 90),
)
def test_the_first_quarter_at_an_age(birth: date, age: int) -> None:
    found = Quarter.from_index(
        int(first_quarter_at_age(day_numbers(pd.Series([birth], dtype="datetime64[s]")), age)[0])
    )
    assert age_on(birth, found.start) >= age
    assert age_on(birth, (found - 1).start) < age


def age_on(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def test_a_birthday_on_the_first_day_of_a_quarter_counts_that_quarter() -> None:
    assert age_on(date(2002, 4, 1), date(2020, 4, 1)) == 18
    assert age_on(date(2002, 4, 1), date(2020, 4, 1) - timedelta(days=1)) == 17
