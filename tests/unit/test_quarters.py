"""Quarters: against the calendar and pandas' own periods."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdom.errors import ParameterError
from socdom.quarters import Quarter, period_before, period_label, quarter_range, year_earlier

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(days)
def test_the_quarter_of_a_day_is_that_of_pandas(day: date) -> None:
    period = pd.Period(day, freq="Q")
    quarter = Quarter.of(day)
    assert str(quarter) == str(period)
    assert (quarter.start, quarter.end) == (period.start_time.date(), period.end_time.date())


@given(days, st.integers(-40, 40))
def test_adding_and_counting_agree(day: date, n: int) -> None:
    quarter = Quarter.of(day)
    assert (quarter + n) - n == quarter
    assert (quarter + n).index - quarter.index == n
    assert Quarter.parse(str(quarter)) == quarter


def test_range_holds_both_ends() -> None:
    found = [str(q) for q in quarter_range(Quarter(2019, 3), Quarter(2020, 2))]
    assert found == ["2019Q3", "2019Q4", "2020Q1", "2020Q2"]


@pytest.mark.parametrize("text", ["2020", "2020K4", "2020Q5", "20Q1", "2020q4", " 2020Q4", ""])
def test_another_form_is_refused_with_the_way_out(text: str) -> None:
    with pytest.raises(ParameterError, match="ziet eruit als 2020Q4"):
        Quarter.parse(text)


def test_labels() -> None:
    assert period_label("2020Q4") == "4e kwartaal 2020"
    assert period_label("2023") == "2023"
    assert Quarter(2021, 1).short_label == "1e kw. 2021"
    assert (year_earlier("2020Q4"), year_earlier("2023")) == ("2019Q4", "2022")


@pytest.mark.parametrize(("period", "before"), [("2020Q1", "2019Q4"), ("2020Q4", "2020Q3"), ("2020", "2019")])
def test_period_before(period: str, before: str) -> None:
    assert period_before(period) == before
