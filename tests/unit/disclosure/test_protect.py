"""The rule for one figure: expectations worked out by hand from the rule of CBS (0-7 hidden, nearest 5)."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from socdom.disclosure import protect
from socdom.errors import DisclosureError

PROTECTIONS = {"p": "personen", "a": "aandeel", "d": "duur", "b": "bedrag", "o": "openbaar"}
SCALES = {"p": 1000, "a": 100, "d": 1, "b": 1, "o": 1}
NAN = float("nan")


def figure(
    indicator="p", area="GM0001", dimension="", category="", status="definitief", period="2020Q4", **numbers
):
    row = dict(indicator=indicator, period=period, area=area, dimension=dimension, category=category)
    row |= dict(numerator=NAN, denominator=NAN, value=NAN, base=NAN) | numbers
    return row | dict(unit="eenheid", status=status, method="m/1")


def protected(*rows):
    return protect(pd.DataFrame(list(rows)), PROTECTIONS, SCALES)


def numbers(row):
    return [None if np.isnan(row[c]) else row[c] for c in ("numerator", "denominator", "value")]


@pytest.mark.parametrize(
    ("true", "shown"),
    [(0, None), (1, None), (7, None), (8, 10), (12, 10), (13, 15), (17, 15), (18, 20), (1003, 1005)],
)
def test_count_is_hidden_up_to_7_and_otherwise_the_nearest_5(true, shown):
    row = protected(figure(numerator=true, value=true, base=true)).iloc[0]
    assert numbers(row) == [shown, None, shown]
    assert row["status"] == ("geheim" if shown is None else "definitief")


def test_rate_follows_from_the_rounded_count_and_the_public_population_stays():
    hidden, shown = (
        protected(figure(numerator=n, denominator=250, value=n / 250 * 1000, base=n)).iloc[0] for n in (7, 12)
    )
    assert numbers(hidden) == [None, 250, None]
    assert numbers(shown) == [10, 250, 40]


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (20, 100, [20, 100, 20]),
        (22, 98, [20, 100, 20]),
        (7, 100, [None] * 3),
        (0, 100, [None] * 3),
        (8, 15, [None] * 3),  # all but 7
        (8, 16, [10, 15, 67]),  # of fewer than 100, in whole percentages
        (50, 50, [None] * 3),  # all: tells about each of them
        (49, 50, [None] * 3),
    ],
)
def test_share_rounds_both_counts_and_hides_all_and_nobody(part, whole, expected):
    row = figure("a", numerator=part, denominator=whole, value=100 * part / whole, base=whole)
    assert numbers(protected(row).iloc[0]) == pytest.approx(expected)


@pytest.mark.parametrize(("cases", "expected"), [(9, None), (10, 12.3), (500, 12.3)])
def test_statistic_needs_ten_cases_and_drops_its_counts(cases, expected):
    row = protected(figure("d", numerator=cases, denominator=cases, value=12.34, base=cases)).iloc[0]
    assert numbers(row) == [None, None, expected]


@pytest.mark.parametrize(("persons", "expected"), [(0, None), (7, None), (8, 124_000), (NAN, None)])
def test_amount_is_hidden_with_its_persons_and_rounded_to_a_thousand(persons, expected):
    row = protected(figure("b", numerator=123_500.01, value=123_500.01, base=persons)).iloc[0]
    assert numbers(row) == [expected, None, expected]


def test_public_figure_stays_as_it_is():
    row = protected(figure("o", numerator=3, denominator=7, value=3 / 7, status="voorlopig")).iloc[0]
    assert numbers(row) == [3, 7, 3 / 7]
    assert row["status"] == "voorlopig"


@pytest.mark.parametrize("status", ["ontbreekt", "onmogelijk"])
@pytest.mark.parametrize("indicator", ["p", "a", "d", "b"])
def test_what_is_missing_stays_missing_and_gives_no_count_away(indicator, status):
    row = protected(figure(indicator, numerator=4, denominator=9, status=status)).iloc[0]
    assert row["status"] == status
    assert np.isnan(row["numerator"])
    assert np.isnan(row["value"])
    assert np.isnan(row["denominator"]) == (indicator in "ad")


@pytest.mark.parametrize("indicator", ["a", "d"])
def test_a_median_or_share_of_no_cases_looks_like_one_of_a_few(indicator):
    none, few = protected(
        figure(indicator, numerator=0, denominator=0, base=0, status="onmogelijk"),
        figure(indicator, period="2020Q3", numerator=2, denominator=5, value=40, base=5),
    ).to_dict("records")
    assert none["status"] == few["status"] == "geheim"
    assert numbers(none) == numbers(few)


def test_status_of_a_shown_figure_and_order_of_rows_are_kept():
    rows = [
        figure(period=f"2020Q{q}", numerator=n, value=n, base=n, status=s)
        for q, n, s in [(4, 30, "onvolledig"), (1, 2, "voorlopig"), (3, 40, "voorlopig")]
    ]
    result = protected(*rows)
    assert list(result["period"]) == ["2020Q4", "2020Q1", "2020Q3"]
    assert list(result["status"]) == ["onvolledig", "geheim", "voorlopig"]
    assert "base" not in result


def test_rate_without_inhabitants_is_impossible():
    row = protected(figure(numerator=12, denominator=0, value=NAN, base=12)).iloc[0]
    assert (row["status"], *numbers(row)) == ("onmogelijk", None, 0, None)


def test_indicator_without_protection_is_refused_by_name():
    with pytest.raises(DisclosureError, match="2 punten") as caught:
        protect(pd.DataFrame([figure("x"), figure("y")]), {"x": "geen"}, SCALES)
    assert "indicator x" in str(caught.value)
    assert "indicator y" in str(caught.value)


def test_no_figures_give_no_figures():
    empty = pd.DataFrame([figure(numerator=1, value=1, base=1)]).iloc[:0]
    assert len(protect(empty, PROTECTIONS, SCALES)) == 0


@pytest.mark.parametrize("spent", [0.0, 300_000.0])
def test_a_part_of_a_budget_of_nothing_holds_no_number(spent: float) -> None:
    """Iv3 gives each taakveld an amount, also 0; an edition refuses a number in a figure that is not shown."""
    (row,) = protected(figure("o", status="onmogelijk", numerator=spent, denominator=0.0)).to_dict("records")
    assert (row["status"], numbers(row)) == ("onmogelijk", [None, 0.0, None])
