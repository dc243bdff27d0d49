"""Who comes, goes and comes back, counted by hand; and which endings are endings."""

from __future__ import annotations

from typing import Any

import pytest

from socdom.measures.kinds.events import Events
from socdom.measures.kinds.flows import Inflow, Outflow
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.readable import figures, numbers, rows
from tests.lib.towns import town

Q = tuple(quarter_range(Quarter(2020, 1), Quarter(2020, 4)))
TWO_YEARS = tuple(quarter_range(Quarter(2019, 1), Quarter(2020, 4)))
ALL = Selection("provisions")
PART = {"format": "procent", "scale": 100, "unit": "procent"}

inflow = indicator(measure=Inflow(ALL))
outflow = indicator(measure=Outflow(ALL))


def helped(text: str, **same: Any) -> Tables:
    return town(provisions=rows("provisions", text, law="wmo", category="01", form="zin", **same))


@pytest.mark.parametrize("change", ["03", "05", "08", "10", "11"])
def test_a_stop_by_the_municipality_for_its_books_is_no_end(change: str) -> None:
    stopped = f"""
        person start       end         end_reason  change_reason
        1      2019-01-01  2020-01-31  36          {change}
        """
    restarted = f"{stopped.rstrip()}\n        1      2020-08-01  -           -           -"
    assert numbers(outflow, helped(stopped), Q) == [0, 0, 0, 0]
    # However long it takes: half a year later is no inflow.
    assert numbers(outflow, helped(restarted), Q) == numbers(inflow, helped(restarted), Q) == [0, 0, 0, 0]


@pytest.mark.parametrize("reason", ["20", "37", "38"])
def test_help_that_goes_on_elsewhere_has_no_end_however_long_it_takes(reason: str) -> None:
    stopped = f"""
        person start       end         end_reason
        1      2019-01-01  2020-01-31  {reason}
        """
    restarted = f"{stopped.rstrip()}\n        1      2020-08-01  -           -"
    assert numbers(outflow, helped(stopped), Q) == [0, 0, 0, 0]
    assert numbers(outflow, helped(restarted), Q) == numbers(inflow, helped(restarted), Q) == [0, 0, 0, 0]


@pytest.mark.parametrize("change", ["-", "01", "02", "04", "06", "07", "09", "12", "13", "14"])
def test_another_stop_by_the_municipality_is_an_end(change: str) -> None:
    tables = helped(
        f"""
        person start       end         end_reason  change_reason
        1      2019-01-01  2020-01-31  36          {change}
        1      2020-08-01  -           -           -
        """
    )
    assert numbers(outflow, tables, Q) == [1, 0, 0, 0]
    assert numbers(inflow, tables, Q) == [0, 0, 1, 0]


@pytest.mark.parametrize("reason", ["19", "22", "31"])
def test_a_reason_of_change_says_nothing_about_another_end(reason: str) -> None:
    tables = helped(
        f"""
        person start       end         end_reason  change_reason
        1      2019-01-01  2020-01-31  {reason}    03
        """
    )
    assert numbers(outflow, tables, Q) == [1, 0, 0, 0]


def test_of_two_rows_that_end_on_one_day_an_administrative_one_is_enough() -> None:
    tables = helped(
        """
        person start       end         end_reason  change_reason
        1      2019-01-01  2020-01-31  19          -
        1      2019-06-01  2020-01-31  36          03
        """
    )
    assert numbers(outflow, tables, Q) == [0, 0, 0, 0]


def test_stopped_at_the_end_of_the_year_and_started_again_the_next_day() -> None:
    """A provision that is made anew at the turn of the year: CBS counts no end on the last day in the stock."""
    tables = helped(
        """
        person start       end         end_reason
        1      2018-05-01  2019-12-31  19
        1      2020-01-01  -           -
        """
    )
    on_the_day = indicator(measure=Stock(ALL), moment="stand")
    episode = indicator(measure=Stock(ALL, gap_days=0), moment="stand")
    assert numbers(on_the_day, tables, TWO_YEARS) == [1, 1, 1, 0, 1, 1, 1, 1]
    assert numbers(episode, tables, TWO_YEARS) == [1] * 8
    assert numbers(inflow, tables, Q) == numbers(outflow, tables, Q) == [0, 0, 0, 0]


def again(end: str, restart: str, reason: str = "19") -> Tables:
    """Help until an end, and again from a day on."""
    return helped(
        f"""
        person start       end     end_reason
        1      2018-01-01  {end}   {reason}
        1      {restart}   -       -
        """
    )


@pytest.mark.parametrize(
    ("end", "restart", "back"),
    [
        # 91 whole days without help; 90 would be no interruption.
        ("2019-12-31", "2020-04-01", [0, 1, 0, 0]),
        ("2020-01-01", "2020-04-01", [0, 0, 0, 0]),
        # 365 days from the end to the new start, with a leap day in it; a day more is too long ago.
        ("2019-10-02", "2020-10-01", [0, 0, 0, 1]),
        ("2019-10-01", "2020-10-01", [0, 0, 0, 0]),
    ],
)
def test_back_within_a_year_of_the_end(end: str, restart: str, back: list[int]) -> None:
    item = indicator(measure=Reentry(ALL))
    assert numbers(item, again(end, restart), TWO_YEARS)[4:] == back


def test_who_went_on_elsewhere_never_left_and_cannot_come_back() -> None:
    item = indicator(measure=Reentry(ALL))
    assert numbers(item, again("2019-12-31", "2020-06-01", "38"), TWO_YEARS)[4:] == [0, 0, 0, 0]


def test_only_the_last_end_before_the_new_start_counts() -> None:
    tables = helped(
        """
        person start       end         end_reason
        1      2018-01-01  2018-12-31  19
        1      2018-02-01  2019-11-30  19
        1      2020-05-01  2020-05-01  19
        1      2020-12-01  -           -
        """
    )
    item = indicator(measure=Reentry(ALL))
    # 153 days after 30 November 2019, and 214 days after 1 May.
    assert numbers(item, tables, TWO_YEARS)[4:] == [0, 1, 0, 1]


def test_the_share_is_of_everybody_who_begins_and_of_nobody_it_is_impossible() -> None:
    tables = helped(
        """
        person start       end         end_reason
        1      2018-01-01  2019-12-31  19
        1      2020-04-01  -           -
        2      2020-05-01  -           -
        3      2020-06-30  -           -
        4      2020-05-01  2020-05-01  19
        """
    )
    item = indicator(measure=Reentry(ALL, share=True), levels=("gemeente",), **PART)
    found = figures(item, tables, TWO_YEARS)
    assert found.loc["2020Q2", ["numerator", "denominator", "value", "base"]].tolist() == [1, 4, 25, 4]
    assert found["status"].tolist() == ["ontbreekt"] * 4 + [
        "onmogelijk",
        "definitief",
        "onmogelijk",
        "onmogelijk",
    ]


def test_in_the_first_year_of_a_run_it_is_unknown_who_was_there_before() -> None:
    item = indicator(measure=Reentry(ALL), levels=("gemeente",))
    tables = again("2019-12-31", "2020-04-01")
    # 2019 has 365 days: the first quarter of 2020 begins exactly far enough.
    assert numbers(item, tables, TWO_YEARS) == [None] * 4 + [0, 1, 0, 0]
    # 2020 has 366 days; 1 October is only 274 days after the first day of the run.
    assert numbers(item, tables, Q) == [None] * 4
    assert set(figures(item, tables, Q)["status"]) == {"ontbreekt"}
    short = indicator(measure=Reentry(ALL, within_days=92), levels=("gemeente",))
    # 1 April is 91 days after 1 January, 1 July 182.
    assert numbers(short, tables, Q) == [None, None, 0, 0]


def test_a_household_comes_back_with_any_of_its_persons() -> None:
    tables = town(
        benefits=rows(
            "benefits",
            """
            person household start       end         end_reason
            1      7         2018-01-01  2019-12-31  werk
            2      7         2020-05-01  -           -
            3      8         2020-05-01  -           -
            """,
        )
    )
    persons = indicator(measure=Reentry(Selection("benefits")))
    households = indicator(measure=Reentry(Selection("benefits"), of="households"))
    assert numbers(persons, tables, TWO_YEARS)[4:] == [0, 0, 0, 0]
    assert numbers(households, tables, TWO_YEARS)[4:] == [0, 1, 0, 0]


def test_signals_by_the_day_they_came_in_as_rows_persons_and_households() -> None:
    tables = town(
        debt_signals=rows(
            "debt_signals",
            """
            person household received    kind    contacted   result
            1      7         2020-01-01  huur    2020-01-29  hulp
            1      7         2020-03-31  water   -           -
            2      7         2020-03-31  huur    -           -
            3      8         2020-04-01  energie 2020-07-01  hulp
            """,
        )
    )
    signals = Selection("debt_signals")
    of = {
        of: indicator(measure=Events(signals, "received", of=of)) for of in ("rows", "persons", "households")
    }
    assert numbers(of["rows"], tables, Q) == [3, 1, 0, 0]
    assert numbers(of["persons"], tables, Q) == [2, 1, 0, 0]
    assert numbers(of["households"], tables, Q) == [1, 1, 0, 0]
    contacted = indicator(measure=Events(signals, "contacted"))
    assert numbers(contacted, tables, Q) == [1, 0, 1, 0]
    kinds = indicator(measure=Events(signals, "received"), group_by=("soort_signaal",))
    assert numbers(kinds, tables, Q, category="huur") == [2, 0, 0, 0]
