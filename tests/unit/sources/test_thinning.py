"""Which vintages are kept: all of the last months, and of before the last one of each quarter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.parameters.bronnen import Bewaren
from socdom.sources.thinning import months_before, thin, to_thin
from socdom.sources.vintages import Vintage, vintages, write_vintage
from socdom.tables import Tables


def _vintage(number: int, day: date) -> Vintage:
    return Vintage(Path(f"{day}-{number:08x}"), day, number, "", {}, {}, "", {})


def _all(days: Iterable[date]) -> list[Vintage]:
    return [_vintage(number, day) for number, day in enumerate(sorted(days), start=1)]


def _days(kept: Iterable[Vintage]) -> list[str]:
    return [vintage.received.isoformat() for vintage in kept]


def test_all_of_the_last_months_and_the_last_of_each_quarter_before() -> None:
    kept = _all(
        date.fromisoformat(day)
        for day in (
            "2018-01-02",
            "2018-03-31",
            "2018-04-01",
            "2019-01-10",
            "2019-02-13",
            "2019-02-14",
            "2019-02-15",
            "2019-02-16",
            "2021-02-15",
        )
    )
    gone = to_thin(kept, date(2021, 2, 15), Bewaren(alle_maanden=24))
    assert _days(gone) == ["2018-01-02", "2019-01-10", "2019-02-13", "2019-02-14"]


def test_of_two_on_a_day_the_later_one_stays() -> None:
    kept = [_vintage(1, date(2010, 1, 1)), _vintage(2, date(2010, 1, 1))]
    assert [vintage.number for vintage in to_thin(kept, date(2021, 1, 1), Bewaren())] == [1]


@pytest.mark.parametrize("days", [[], [date(2001, 1, 1)]])
def test_the_newest_stays_however_old(days: list[date]) -> None:
    assert to_thin(_all(days), date(2021, 1, 1), Bewaren(alle_maanden=1)) == []


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2021, 2, 15), 24, date(2019, 2, 15)),
        (date(2021, 3, 31), 1, date(2021, 2, 28)),
        (date(2020, 2, 29), 12, date(2019, 2, 28)),
        (date(2021, 1, 31), 1, date(2020, 12, 31)),
        (date(2021, 12, 1), 12, date(2020, 12, 1)),
    ],
)
def test_months_back(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected
    assert (pd.Timestamp(day) - pd.DateOffset(months=months)).date() == expected


_SPAN = st.integers(0, 1200).map(lambda number: date(2018, 1, 1) + timedelta(days=number))


@settings(max_examples=50, deadline=None)
@given(days=st.lists(_SPAN, max_size=40), looks=st.lists(_SPAN, max_size=6), months=st.integers(1, 20))
def test_thinned_often_or_once_the_same_stays(days: list[date], looks: list[date], months: int) -> None:
    last, bewaren = date(2021, 6, 30), Bewaren(alle_maanden=months)
    at_once = _all(days)
    gone = to_thin(at_once, last, bewaren)
    often = at_once
    for look in sorted(looks):
        # What had come in by then, less what was removed before.
        there = [vintage for vintage in often if vintage.received <= look]
        removed = to_thin(there, look, bewaren)
        often = [vintage for vintage in often if vintage not in removed]
    removed = to_thin(often, last, bewaren)
    assert [v for v in often if v not in removed] == [v for v in at_once if v not in gone]


def test_thin_removes_from_the_disk(tmp_path: Path) -> None:
    for day in (date(2018, 1, 1), date(2018, 1, 2), date(2021, 1, 1)):
        write_vintage(tmp_path, Tables.empty(), received=day, sources={}, key=b"k" * 32, about={})
    gone = thin(tmp_path, date(2021, 2, 15), Bewaren())
    assert _days(gone) == ["2018-01-01"]
    assert _days(vintages(tmp_path)) == ["2018-01-02", "2021-01-01"]
    assert sorted(path.name[:10] for path in tmp_path.iterdir()) == ["2018-01-02", "2021-01-01"]
