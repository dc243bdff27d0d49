"""Dutch notation: by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdom import dutch

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234.5, 1, "1.234,5"),
        (0, 0, "0"),
        (-1234, 0, "-1.234"),
        (2.5, 0, "3"),
        (3.5, 0, "4"),
        (1.005, 2, "1,01"),
        (1e6, 0, "1.000.000"),
    ],
)
def test_number(value: float, decimals: int, text: str) -> None:
    assert dutch.number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12500, f"€{NBSP}12.500"),
        (999_499, f"€{NBSP}999.499"),
        (17_932_000, f"€{NBSP}17,9{NBSP}mln."),
        (-1_150_000, f"€{NBSP}-1,2{NBSP}mln."),
    ],
)
def test_euro(value: float, text: str) -> None:
    assert dutch.euro(value) == text


@pytest.mark.parametrize(
    ("value", "form", "words", "text"),
    [
        (11.62, "procent", False, "11,6%"),
        (11.62, "procent", True, "11,6 procent"),
        (70.4, "per_1000", True, f"70,4{NBSP}van de 1.000"),
        (102.0, "per_10000", True, f"102,0{NBSP}van de 10.000"),
        (102.0, "per_10000", False, "102,0"),
        (62.4, "euro", True, f"€{NBSP}62,4"),
        (1.0, "weken", False, f"1,0{NBSP}weken"),
        (None, "aantal", False, "."),
        (float("nan"), "procent", True, "."),
    ],
)
def test_value_text(value: float | None, form: str, words: bool, text: str) -> None:
    assert dutch.value_text(value, form, 1, words=words) == text


def test_a_price_has_cents_and_a_difference_of_prices_too() -> None:
    assert dutch.value_text(62.4, "euro", 2) == f"€{NBSP}62,40"
    assert dutch.value_text(62.4, "euro") == f"€{NBSP}62"
    assert dutch.shown_difference(62.404, 60.796, "euro", 2) == 1.60  # 62,40 and 60,80 as shown
    assert dutch.shown_difference(62.404, 60.796, "euro") == 1.0


def test_one_day_is_singular() -> None:
    assert dutch.value_text(1, "dagen") == f"1{NBSP}dag"


def test_day_and_listing() -> None:
    assert dutch.day(date(2021, 2, 15)) == "15 februari 2021"
    assert [dutch.listing(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_can_be_read_back(value: int) -> None:
    assert int(dutch.number(value).replace(".", "")) == value


@pytest.mark.parametrize(("value", "text"), [(33.0, "33%"), (33.3, "33,3%"), (None, "."), (0.0, "0%")])
def test_a_whole_number_can_be_written_whole(value: float | None, text: str) -> None:
    assert dutch.value_text(value, "procent", 1, trim=True) == text


def test_without_it_every_figure_has_its_decimals() -> None:
    assert dutch.value_text(33.0, "procent", 1) == "33,0%"


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "1 kB"),
        (400, "1 kB"),
        (124_300, "124 kB"),
        (999_499, "999 kB"),
        (999_500, "1,0 MB"),
        (2_274_581, "2,3 MB"),
    ],
)
def test_size_of_a_file(size: int, text: str) -> None:
    assert dutch.file_size(size) == text.replace(" ", "\N{NO-BREAK SPACE}")
