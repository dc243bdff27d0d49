"""Quarters of a delivery, counted by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from socdom.quarters import Quarter
from socdom.sources.delivery_spec import DELIVERIES
from socdom.sources.examine.dated import day_column, first_covered, last_covered, per_quarter, table_of, usual
from socdom.tables import COLUMNS

Q = {name: Quarter.parse(name).index for name in ("2019Q4", "2020Q1", "2020Q2", "2020Q3", "2020Q4", "2021Q1")}


def test_days_are_counted_in_their_quarter() -> None:
    days = pd.to_datetime(["2020-03-31", "2020-04-01", "2020-04-02", None, "2019-12-31"]).astype(
        "datetime64[s]"
    )
    assert per_quarter(pd.DataFrame({"received": days}), "received") == {
        Q["2019Q4"]: 1,
        Q["2020Q1"]: 1,
        Q["2020Q2"]: 2,
    }
    assert per_quarter(pd.DataFrame({"received": days[:0]}), "received") == {}


def test_counts_have_their_quarter_already() -> None:
    assert per_quarter(pd.DataFrame({"quarter": [Q["2020Q1"]] * 3}), "quarter") == {Q["2020Q1"]: 3}


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_every_delivery_has_a_day_that_its_table_knows(delivery: str) -> None:
    spec = DELIVERIES[delivery]
    assert day_column(spec) in COLUMNS[table_of(spec)]


@pytest.mark.parametrize(("last", "covered"), [(4, "2020Q3"), (5, "2020Q4")])
def test_a_quarter_with_less_than_a_twentieth_of_the_usual_is_not_covered(last: int, covered: str) -> None:
    counts = {Q["2019Q4"]: 80, Q["2020Q1"]: 120, Q["2020Q2"]: 100, Q["2020Q3"]: 100, Q["2020Q4"]: last}
    assert usual(counts, Q["2020Q3"]) == 100
    assert last_covered(counts, Q["2020Q4"]) == Q[covered]


def test_quarters_of_later_are_of_no_account() -> None:
    assert last_covered({Q["2020Q4"]: 5, Q["2021Q1"]: 50}, Q["2020Q4"]) == Q["2020Q4"]
    assert last_covered({Q["2021Q1"]: 50}, Q["2020Q4"]) is None


@pytest.mark.parametrize(("strays", "first"), [(1, "2020Q1"), (2, "2019Q4")])
def test_a_hundredth_of_the_rows_may_be_of_long_ago(strays: int, first: str) -> None:
    assert first_covered({Q["2019Q4"]: strays, Q["2020Q1"]: 100 - strays}) == Q[first]
    assert first_covered({}) is None
