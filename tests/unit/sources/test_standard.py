"""Cells of a supplier in socdom's written form: every expectation is written by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.parameters.bronnen import Vorm
from socdom.sources.delivery_spec import Column
from socdom.sources.delivery_values import KINDS, read_values
from socdom.sources.raw import UNREADABLE
from socdom.sources.standard import serial_dates, standard_texts


def standard(
    kind: str, cells: object, dtype: object = object, values: dict | None = None, **form: object
) -> list[str]:
    column = Column("kop", "name", kind, values=values or {})
    texts = standard_texts(pd.Series(cells, dtype=dtype), column, Vorm(**form))
    assert texts.dtype == "str"
    assert not texts.isna().any()
    return texts.tolist()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("31-12-2020", "31-12-2020"),
        ("1-2-2020", "01-02-2020"),
        (" 01-02-2020\u00a0", "01-02-2020"),
        ("31-12-2020 00:00:00", "31-12-2020"),
        ("31-12-2020T00:00:00.000", "31-12-2020"),
        ("31-12-2020 13:45", "31-12-2020"),
        ("31-12-2020 25:00", "?"),
        ("30-02-2020", "?"),
        ("29-02-2020", "29-02-2020"),
        ("29-02-2021", "?"),
        ("2020-12-31", "?"),
        ("31/12/2020", "?"),
        ("31-12-20", "?"),
        ("٣١-12-2020", "?"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_dates_in_text_are_read_by_the_pattern_of_the_supplier(text: str, written: str) -> None:
    assert standard("date", [text]) == [written]
    assert standard("open date", [text], dtype="str") == [written]


@pytest.mark.parametrize(
    ("pattern", "text", "written"),
    [
        ("jjjjmmdd", "20200203", "03-02-2020"),
        ("jjjjmmdd", "2020203", "?"),
        ("jjjjmmdd", "2020-02-03", "?"),
        ("ddmmjjjj", "03022020", "03-02-2020"),
        ("mm/dd/jjjj", "2/3/2020", "03-02-2020"),
        ("jjjj-mm-dd", "2020-02-03T00:00:00Z", "03-02-2020"),
        ("jjjj-mm-dd", "2020-02-03T00:00:00+01:00", "03-02-2020"),
        # 23:00 in London is tomorrow in the Netherlands.
        ("jjjj-mm-dd", "2020-02-03T23:00:00Z", "?"),
        ("dd.mm.jjjj", "03.02.2020", "03-02-2020"),
        ("dd.mm.jjjj", "03x02x2020", "?"),
        ("jjjj mm dd", "2020 2 3", "03-02-2020"),
    ],
)
def test_a_supplier_has_a_pattern_of_its_own(pattern: str, text: str, written: str) -> None:
    assert standard("date", [text], datum=pattern) == [written]


def test_a_column_with_two_patterns_of_dates_is_read_by_one() -> None:
    assert standard("date", ["01-02-2020", "2020-02-01", "02-01-2020"]) == ["01-02-2020", "?", "02-01-2020"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (date(2020, 2, 3), "03-02-2020"),
        (datetime(2020, 2, 3, 23, 59), "03-02-2020"),
        (pd.Timestamp(2020, 2, 3), "03-02-2020"),
        (date(9999, 12, 31), "31-12-9999"),
        (date(1, 1, 1), "01-01-0001"),
        # In the Netherlands it is 0:30 on the next day.
        (datetime(2020, 6, 30, 22, 30, tzinfo=UTC), "01-07-2020"),
        # 1 January 2020 is day 43831 of Excel; 31 December 1930 is day 11323.
        (43831, "01-01-2020"),
        (43831.75, "01-01-2020"),
        (Decimal("43831"), "01-01-2020"),
        (11323.0, "31-12-1930"),
        (2020, "?"),
        (1_000_000, "?"),
        (True, "?"),
        (time(12, 0), "?"),
        (None, ""),
        (pd.NaT, ""),
        (float("nan"), ""),
    ],
)
def test_a_cell_that_is_a_date_needs_no_pattern(cell: object, written: str) -> None:
    assert standard("open date", [cell], datum="mm/dd/jjjj") == [written]


def test_the_days_of_excel_are_those_of_its_own_calendar() -> None:
    days = pd.date_range("1930-01-01", "2100-01-01", freq="397D")
    serial = (days - pd.Timestamp(1899, 12, 30)).days
    assert standard("date", list(serial)) == list(days.strftime("%d-%m-%Y"))
    assert serial_dates(pd.Series(serial), Column("k", "k", "date")) == len(days)
    assert serial_dates(pd.Series(days), Column("k", "k", "date")) == 0
    assert serial_dates(pd.Series(serial), Column("k", "k", "key")) == 0


@pytest.mark.parametrize(
    ("pattern", "cell", "written"),
    [
        ("jjjjmmdd", 20200203, "03-02-2020"),
        ("jjjjmmdd", 20200230.0, "?"),
        ("ddmmjjjj", 3022020, "03-02-2020"),
    ],
)
def test_a_number_may_be_a_date_written_without_anything_between(
    pattern: str, cell: float, written: str
) -> None:
    assert standard("date", [cell], datum=pattern) == [written]
    assert standard("date", [cell, None], dtype="float64", datum=pattern) == [written, ""]


@pytest.mark.parametrize("dtype", ["datetime64[s]", "datetime64[ns]", "datetime64[us, UTC]"])
def test_a_column_of_dates_of_any_type(dtype: str) -> None:
    cells = pd.Series(["2020-02-03", None], dtype="datetime64[s]").astype(
        dtype.partition(",")[0].rstrip("]") + "]"
    )
    cells = cells.dt.tz_localize("UTC") if "UTC" in dtype else cells
    assert standard("open date", cells, dtype=None) == ["03-02-2020", ""]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1234", "1234"),
        ("1.234", "1234"),
        ("1.234.567,8", "1234567,80"),
        ("1234,5600", "1234,56"),
        ("1 234,50", "1234,50"),
        ("1\u202f234,50", "1234,50"),
        ("€ 12,50", "12,50"),
        ("€\u00a01.234,-", "1234"),
        ("12,50 EUR", "12,50"),
        ("-12,50", "-12,50"),
        ("12,50-", "-12,50"),
        ("1.234,56-", "-1234,56"),
        ("(12,50)", "-12,50"),
        ("€ -12,50", "-12,50"),
        ("-€ 12,50", "-12,50"),
        ("\u2212 12", "-12"),
        ("007", "7"),
        ("0,00", "0"),
        ("-0", "0"),
        ("", ""),
        ("12.50", "?"),
        ("1.23", "?"),
        ("1.2345", "?"),
        ("1,005", "?"),
        ("12 50", "?"),
        ("--5", "?"),
        ("(5", "?"),
        ("-5-", "?"),
        ("5e3", "?"),
        ("vijf", "?"),
        ("#N/B", "?"),
    ],
)
def test_numbers_in_text_are_read_the_dutch_way(text: str, written: str) -> None:
    assert standard("eurocents", [text]) == [written]


@pytest.mark.parametrize(
    ("text", "written"),
    [("1,234.56", "1234,56"), ("1234.5", "1234,50"), ("-1,234", "-1234"), ("1.234,56", "?"), ("12,50", "?")],
)
def test_numbers_in_text_are_read_the_english_way_when_told(text: str, written: str) -> None:
    assert standard("eurocents", [text], getal="1,234.56") == [written]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (1234.0, "1234"),
        (0.1 + 0.2, "0,30"),
        (-12.5, "-12,50"),
        (12.345, "?"),
        (1e17, "?"),
        (float("inf"), "?"),
        (-0.0, "0"),
        (7, "7"),
        (np.int64(7), "7"),
        (np.float64(2.5), "2,50"),
        (Decimal("12.3400"), "12,34"),
        (Decimal("12.345"), "?"),
        (Decimal("90071992547409.93"), "90071992547409,93"),
        (True, "?"),
        (date(2020, 1, 1), "?"),
        (Decimal("NaN"), ""),
        (None, ""),
    ],
)
def test_a_cell_that_is_a_number_keeps_its_cents(cell: object, written: str) -> None:
    assert standard("eurocents", [cell]) == [written]


@given(st.integers(-(10**13), 10**13))
@settings(max_examples=40, deadline=None)
def test_no_cent_is_lost_on_the_way(cents: int) -> None:
    amount = Decimal(cents) / 100
    dutch = f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
    cells = [amount, dutch] + ([float(amount)] if abs(cents) < 10**15 else [])
    texts = standard_texts(pd.Series(cells, dtype=object), Column("k", "k", "eurocents"), Vorm())
    values, wrong = read_values(texts, KINDS["eurocents"])
    assert values.tolist() == [cents] * len(cells)
    assert not wrong.any()


@pytest.mark.parametrize(
    ("kind", "cell", "written"),
    [
        ("key", 123456789.0, "123456789"),
        ("key", Decimal("100.00"), "100"),
        ("key", " A1 ", "A1"),
        ("key", UUID(int=5), "00000000-0000-0000-0000-000000000005"),
        # A spreadsheet has dropped the last digits.
        ("key", "1,23457E+11", "?"),
        ("key", 1e16, "?"),
        ("key", "12.0", "12.0"),
        ("key", "#N/B", "?"),
        ("key", "#####", "?"),
        # What was 1-1 is a day now.
        ("key", date(2020, 1, 1), "?"),
        ("key", b"x", "?"),
        ("bsn", 12345678.0, "12345678"),
        ("bsn", "123456789.0", "123456789"),
        ("two digits", 1.0, "1"),
        ("two digits", "1.0", "1"),
        ("two digits", "05", "05"),
        ("text", 6.71, "6.71"),
        ("text", "6.71", "6.71"),
        ("text", True, "ja"),
        ("text", None, ""),
    ],
)
def test_codes_and_numbers_of_persons_stay_as_they_are(kind: str, cell: object, written: str) -> None:
    assert standard(kind, [cell]) == [written]


@pytest.mark.parametrize("text", ["2020Q4", "2020-Q4", "2020 Q4", "2020K4", "2020KW04", "2020q4", "2020-kw4"])
def test_a_quarter_is_written_in_many_ways(text: str) -> None:
    assert standard("quarter", [text]) == ["2020Q4"]


def test_a_month_a_year_or_a_day_is_no_quarter() -> None:
    assert standard("quarter", ["2020-4", "2020", "2020Q5", "2020KW14", date(2020, 10, 1), ""]) == [
        "?"
    ] * 5 + [""]


def test_codes_of_the_supplier_become_those_of_socdom() -> None:
    values = {"M": "man", "1": "vrouw", "": "onbekend"}
    assert standard("text", [" M ", "1", 1.0, "", "man", "m"], values=values) == [
        "man",
        "vrouw",
        "vrouw",
        "onbekend",
        "man",
        "m",
    ]


def test_a_date_far_away_may_stand_for_no_date() -> None:
    never = {"31-12-9999": "", "NULL": ""}
    assert standard("open date", [date(9999, 12, 31), "NULL", "31-12-9999", "1-1-2020"], values=never) == [
        "",
        "",
        "",
        "01-01-2020",
    ]
    assert standard("open date", ["9999-12-31"], datum="jjjj-mm-dd", values={"9999-12-31": ""}) == [""]


def test_one_and_true_are_not_taken_for_each_other() -> None:
    assert standard("text", [1, True, 1.0, "1", 0, False]) == ["1", "ja", "1", "1", "0", "nee"]


def test_cells_may_come_as_categories_and_under_any_index() -> None:
    cells = pd.Series(["b", None, "a", "b"], index=[9, 9, 7, 1], dtype="category")
    texts = standard_texts(cells, Column("k", "k", "text"), Vorm())
    assert (texts.tolist(), list(texts.index)) == (["b", "", "a", "b"], [0, 1, 2, 3])


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("dtype", ["str", "object", "float64", "datetime64[s]", "Int64"])
def test_nothing_at_all_is_read_as_nothing(kind: str, dtype: str) -> None:
    assert standard(kind, [], dtype=dtype) == []
    assert standard(kind, [None, None], dtype=dtype) == ["", ""]


CELL = st.one_of(st.none(), st.text(max_size=12), st.floats(), st.integers(), st.booleans(), st.dates())


@given(st.lists(CELL, max_size=10))
@settings(max_examples=25, deadline=None)
def test_any_cell_gives_a_text_that_is_right_or_unreadable(cells: list[object]) -> None:
    for kind in ("open date", "quarter"):
        texts = pd.Series(standard(kind, cells), dtype="str")
        _, wrong = read_values(texts, KINDS[kind])
        assert texts[wrong].isin([UNREADABLE, ""]).all()
