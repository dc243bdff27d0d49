"""What is told of late declarations does not tell the bills of few clients, in one release or in several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.disclosure.policy import CBS5
from socdom.disclosure.rules import too_small
from socdom.indicators.wmo.wmo_kosten import indicator as wmo_kosten
from socdom.parameters.declaraties import Declaraties
from socdom.pipeline.late_coming import StillComing, still_coming
from socdom.pipeline.late_told import few_behind_growth, few_clients, told_as_of
from socdom.quarters import Quarter
from socdom.tables import Tables
from tests.lib.late_town import declarations, provisions, tables

FIRST, LAST = Quarter(2018, 3), Quarter(2020, 4)
QUARTERS = 10
BEFORE, NOW = date(2021, 2, 8), date(2021, 2, 15)
CLIENTS = 60


def town(*more: tuple[date, date, int, int], late: int = 15) -> Tables:
    """Each quarter a bill of 100 euro of 60 clients, of which `late` come in between the first and second valuation."""
    rows, given = [], []
    for age in range(QUARTERS):
        quarter = LAST - age
        waits = [30] * (CLIENTS - late) + [180] * late
        rows += [
            (quarter.start, quarter.start + timedelta(days=wait), 10_000, client)
            for client, wait in enumerate(waits)
        ]
        given += [(quarter.start, quarter.start, quarter.start + timedelta(days=89))] * CLIENTS
    return tables(declarations([*rows, *more]), provisions(given))


def told(
    given: Tables, as_of: date = NOW, released: Sequence[date] = (), allocated: bool = True
) -> tuple[StillComing, ...]:
    some = given if allocated else replace(given, provisions=given.provisions.head(0))
    return still_coming(
        some, [wmo_kosten], {"wmo": FIRST}, LAST, as_of, Declaraties(), CBS5, released=released
    )


def bills(clients: int, cents: int = 400_000, age: int = 1) -> list[tuple[date, date, int, int]]:
    """Bills that came in between the two days, about an older quarter: one of each client."""
    return [((LAST - age).start, date(2021, 2, 10), cents, client) for client in range(clients)]


@pytest.fixture(scope="module")
def told_before() -> tuple[StillComing, ...]:
    found = told(town(), BEFORE)
    assert found
    return found


def test_it_would_be_seen_without_an_earlier_release_to_hold_it_against() -> None:
    """Otherwise the tests below would say nothing."""
    assert told(town(*bills(1))) != told(town())


@pytest.mark.parametrize(
    ("clients", "cents", "age"),
    [(1, 1_000, 1), (1, 9_000_000, 1), (1, -90_000, 3), (2, 400_000, 7), (7, 400_000, 1), (7, 10_000, 2)],
)
def test_bills_of_few_clients_between_two_releases_change_nothing(
    clients: int, cents: int, age: int, told_before: tuple[StillComing, ...]
) -> None:
    assert told(town(*bills(clients, cents, age)), NOW, [BEFORE]) == told_before


def test_bills_that_are_mostly_of_one_client_change_nothing_either() -> None:
    one = [((LAST - 1).start, date(2021, 2, 10), 9_000_000, 1)]
    assert told(town(*bills(20, 10_000), *one), NOW, [BEFORE]) == told(town(), BEFORE)


def test_bills_of_enough_clients_count() -> None:
    assert told(town(*bills(8)), NOW, [BEFORE]) == told(town(*bills(8)))
    assert told(town(*bills(8)), NOW, [BEFORE]) != told(town(), BEFORE)


def test_bills_pile_up_over_releases_until_they_are_of_enough_clients() -> None:
    """Four clients in each of three weeks: seen after two of them together, never four by themselves."""
    days = [date(2021, 2, 8) + timedelta(days=7 * week) for week in range(4)]
    more = [
        ((LAST - 1).start, day + timedelta(days=2), 400_000, 4 * week + client)
        for week, day in enumerate(days[:3])
        for client in range(4)
    ]
    releases = [told(town(*more), day, days[:number]) for number, day in enumerate(days)]
    assert [one == other for one, other in pairwise(releases)] == [True, False, True]


def test_many_bills_of_the_quarter_itself_do_not_hide_one_of_an_older() -> None:
    many = [(LAST.start, date(2021, 2, 10), 10_000, client) for client in range(40)]
    assert told(town(*many, *bills(1)), NOW, [BEFORE]) == told(town(*many), NOW, [BEFORE])


@pytest.mark.parametrize("allocated", [True, False])
def test_what_is_in_of_a_quarter_itself_has_no_say(allocated: bool) -> None:
    """Also not as the weight of its kind of help, where no allocated help tells how much that is."""
    other = declarations(
        [((LAST - age).start, (LAST - age).start + timedelta(days=200 if client else 30), 50_000, client)
         for age in range(QUARTERS) for client in range(CLIENTS)],
        category="02",
    )  # fmt: skip
    of_itself = declarations([(LAST.start, date(2021, 1, 20), 90_000_000, 7)], category="02")
    given = town()
    both = replace(given, declarations=pd.concat([given.declarations, other], ignore_index=True))
    more = replace(both, declarations=pd.concat([both.declarations, of_itself], ignore_index=True))
    assert told(both, allocated=allocated)[0].percentage < 75
    assert told(more, allocated=allocated) == told(both, allocated=allocated)


@pytest.mark.parametrize(("late", "expected"), [(0, 0), (7, 0), (8, 1)])
def test_nothing_is_told_where_few_clients_are_behind_the_growth(late: int, expected: int) -> None:
    assert len(told(town(late=late))) == expected


def test_growth_is_what_came_in_after_the_age_in_the_quarters_that_tell_it() -> None:
    lines = town().declarations
    assert not few_behind_growth(lines, LAST, 0, NOW, 8, CBS5)
    assert few_behind_growth(lines, LAST, 1, NOW, 8, CBS5)
    # Fifteen clients of one quarter were late; it is the ninth back from the newest.
    once = pd.concat([lines[lines["person"].lt(45)], lines[lines["service_start"].lt("2018-12-31")].tail(15)])
    assert few_behind_growth(once, LAST, 0, NOW, 8, CBS5)


def test_a_release_of_an_earlier_day_beside_a_later_one_tells_nothing_of_few() -> None:
    """An edition as of an earlier day that is made afterwards, unless it was released before."""
    given = town(*bills(1))
    assert told(given, BEFORE, [NOW]) == ()
    assert told(given, BEFORE, [BEFORE, NOW]) == told(given, BEFORE)
    assert told(town(*bills(8)), BEFORE, [NOW]) == told(town(), BEFORE)


def test_the_bills_of_the_day_of_a_release_itself_may_have_been_in_or_not() -> None:
    own = [((LAST - 1).start, BEFORE, 400_000, client) for client in range(8)]
    lines = town(*own).declarations
    assert told_as_of(lines, LAST, NOW, [BEFORE], CBS5) == BEFORE


def test_what_was_told_before_the_quarter_was_over_is_not_told_again() -> None:
    quiet = town(late=0).declarations
    early = date(2020, 12, 20)
    rows = quiet[quiet["received"].lt(pd.Timestamp(early))]
    assert told(tables(rows, town().provisions), NOW, [early]) == ()


def test_a_credit_counts_as_a_bill_and_who_cancels_out_does_not() -> None:
    def of(*cents: int) -> pd.DataFrame:
        return declarations([(LAST.start, NOW, amount, client) for client, amount in enumerate(cents)])

    assert few_clients(of(), CBS5)
    assert few_clients(of(*[100] * 7), CBS5)
    assert not few_clients(of(*[100] * 4, *[-100] * 4), CBS5)
    nothing = declarations([(LAST.start, NOW, amount, 9) for amount in (100, -100)])
    assert few_clients(pd.concat([of(*[100] * 7), nothing]), CBS5)
    assert few_clients(of(*[100] * 7, 701), CBS5)


@settings(max_examples=50)
@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(-3, 9).map(lambda euros: 1_000 * euros)), max_size=20)
)
def test_the_rule_is_that_of_amounts(rows: list[tuple[int, int]]) -> None:
    lines = pd.DataFrame(rows, columns=["person", "amount"]).astype({"person": "int64", "amount": "int64"})
    net = lines.groupby("person")["amount"].sum().abs()
    net = net[net > 0].nlargest(20)
    figure = {"numerator": net.sum(), "base": len(net), "largest": net.max(), "two_largest": net[:2].sum()}
    frame = pd.DataFrame([figure], dtype=float).assign(denominator=float("nan"))
    assert few_clients(lines, CBS5) == too_small(frame, pd.Series(["bedrag"]), CBS5).iloc[0]
