"""What must always hold for what was known on a day, and for numbers in Dutch notation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.sources.delivery_values import KINDS, read_values
from socdom.tables import COLUMNS, Tables, as_known_on

FEW = settings(deadline=None, max_examples=25)
FIRST = date(2020, 1, 1)
days = st.integers(0, 60).map(lambda number: FIRST + timedelta(days=number))
maybe_days = st.none() | days


def _frame(name: str, rows: list[tuple[object, ...]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(COLUMNS[name]))
    dates = [column for column, dtype in COLUMNS[name].items() if dtype.startswith("datetime")]
    return frame.assign(**{column: pd.to_datetime(frame[column]) for column in dates}).astype(COLUMNS[name])


@st.composite
def some_tables(draw: st.DrawFn) -> Tables:
    spells = draw(st.lists(st.tuples(days, days, maybe_days), max_size=6))
    numbered = list(enumerate(spells))
    return replace(
        Tables.empty(),
        provisions=_frame(
            "provisions",
            [
                (n, 1, "wmo", "01", "zin", "", "", a, b, c, "19" if c else "", "04")
                for n, (a, b, c) in numbered
            ],
        ),
        applications=_frame(
            "applications", [(n, 1, "wmo", a, c, "toegekend" if c else "") for n, (a, _, c) in numbered]
        ),
        benefits=_frame("benefits", [(n, 1, 1, a, c, "werk" if c else "") for n, (a, _, c) in numbered]),
        declarations=_frame(
            "declarations", [(n, 1, 1, "wmo", "01", "", a, b, 1, "04", 5) for n, (a, b, _) in numbered]
        ),
    )


def _assert_same(left: Tables, right: Tables) -> None:
    for name in COLUMNS:
        pd.testing.assert_frame_equal(getattr(left, name), getattr(right, name))


@FEW
@given(some_tables(), days, days)
def test_knowing_twice_is_knowing_on_the_earlier_day(tables: Tables, one: date, other: date) -> None:
    both = as_known_on(as_known_on(tables, max(one, other)), min(one, other))
    _assert_same(both, as_known_on(tables, min(one, other)))


@FEW
@given(some_tables(), days)
def test_nothing_later_is_left(tables: Tables, day: date) -> None:
    known, moment = as_known_on(tables, day), pd.Timestamp(day)
    for table, column in (
        (known.provisions, "assigned"),
        (known.applications, "received"),
        (known.applications, "decided"),
        (known.benefits, "end"),
        (known.declarations, "received"),
    ):
        assert not (table[column] > moment).any()


@FEW
@given(st.integers(-(10**12), 10**12))
def test_amounts_lose_no_cent(cents: int) -> None:
    sign, whole, rest = "-" if cents < 0 else "", abs(cents) // 100, abs(cents) % 100
    plain, pointed = f"{sign}{whole},{rest:02d}", f"{sign}{whole:,}".replace(",", ".") + f",{rest:02d}"
    values, wrong = read_values(pd.Series([plain, pointed], dtype="str"), KINDS["eurocents"])
    assert values.tolist() == [cents, cents]
    assert not wrong.any()


@FEW
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_dates_are_read_as_written(day: date) -> None:
    values, wrong = read_values(pd.Series([f"{day:%d-%m-%Y}", f"{day:%Y-%m-%d}"], dtype="str"), KINDS["date"])
    assert values[0] == pd.Timestamp(day)
    assert wrong.tolist() == [False, True]


@FEW
@given(st.integers(0, 10**9 - 1))
def test_eleven_test_against_one_number_at_a_time(number: int) -> None:
    text = f"{number:09d}"
    total = sum(int(digit) * (9 - place) for place, digit in enumerate(text[:8])) - int(text[8])
    _, wrong = read_values(pd.Series([text], dtype="str"), KINDS["bsn"])
    assert wrong[0] == (total % 11 != 0 or number == 0)
