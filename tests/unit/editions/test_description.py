"""What an indicator says of itself: its form, and between which periods its series breaks."""

from __future__ import annotations

import pytest

from socdom.dutch import NBSP
from socdom.editions.model import Break, Description
from tests.lib.small_edition import description


def broken(moment: str, *periods: str) -> Description:
    breaks = tuple(Break(period=period, label=period, text=period) for period in periods)
    return description(breaks=breaks, moment=moment)


# Quarters that a figure is about, written out by hand: a break lies between two figures when some quarter of the first
# one lies before it and some quarter of the last one does not.
CASES = [
    ("periode", "2020Q1", "2019Q4", "2020Q1", True),
    ("periode", "2020Q1", "2020Q1", "2020Q2", False),
    ("periode", "2020Q1", "2019Q3", "2019Q4", False),
    ("periode", "2020Q1", "2019Q1", "2020Q1", True),
    ("periode", "2020Q1", "2019", "2020", True),
    ("periode", "2020Q1", "2020", "2021", False),
    ("periode", "2019Q3", "2018", "2019", True),
    ("periode", "2019Q3", "2019", "2020", True),
    ("periode", "2019Q3", "2020", "2021", False),
    ("stand", "2019Q3", "2018", "2019", True),
    ("stand", "2019Q3", "2019", "2020", False),
    ("jaar", "2020Q2", "2020Q1", "2020Q3", True),
    ("jaar", "2020Q1", "2020Q1", "2020Q3", False),
    ("jaar", "2023", "2022", "2023", True),
    ("jaar", "2023", "2023", "2024", False),
    ("jaar", "2023", "2022Q4", "2023Q4", True),
]


@pytest.mark.parametrize(("moment", "at", "first", "last", "expected"), CASES)
def test_a_break_lies_between_two_figures(
    moment: str, at: str, first: str, last: str, expected: bool
) -> None:
    found = broken(moment, at).break_between(first, last)
    assert (found is not None) == expected


def test_of_two_breaks_the_newest_is_told() -> None:
    found = broken("periode", "2019Q2", "2018Q3").break_between("2018Q1", "2020Q1")
    assert found is not None
    assert found.period == "2019Q2"


def test_a_change_has_its_direction_in_a_word() -> None:
    texts = description("euro", protection="verschil")
    assert texts.text(-120_000.0, words=True) == f"€{NBSP}120.000 minder"
    assert texts.text(120_000.0, words=True) == f"€{NBSP}120.000 meer"
    assert texts.text(-120_000.0) == f"€{NBSP}-120.000"
    assert texts.text(None, words=True) == "."


@pytest.mark.parametrize(
    ("form", "changes", "behind", "sizes"),
    [
        ("aantal", {}, False, False),
        ("procent", {}, True, True),
        ("per_1000", {}, True, True),
        ("per_10000", {}, True, True),
        ("procent", {"counted": ""}, False, True),
        ("weken", {}, False, True),
        ("euro", {}, False, False),
        ("euro", {"protection": "prijs"}, False, True),
        ("euro", {"protection": "gemiddelde"}, False, True),
    ],
)
def test_what_can_be_told_of_a_form(form: str, changes: dict[str, str], behind: bool, sizes: bool) -> None:
    texts = description(form, **changes)
    assert (texts.counts_behind, texts.compares_sizes) == (behind, sizes)


def test_policy_indicators_are_known_by_their_name() -> None:
    assert description(id="bbv_29_jongeren", bbv="29").is_policy_indicator
    assert not description(bbv="29").is_policy_indicator


def test_a_share_of_a_small_whole_is_written_in_whole_percentages() -> None:
    share, rate = (description("procent", protection=name) for name in ("aandeel", "personen"))
    assert [share.text(33.0), share.text(33.3), rate.text(33.0)] == ["33%", "33,3%", "33,0%"]
    assert share.text(33.0, words=True) == "33 procent"
