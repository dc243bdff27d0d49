"""The rule for prices, averages, changes in euros and percentiles, worked out by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from socdom.disclosure import protect

NAN = float("nan")
HIDDEN = [None, None, None]


def shown(protection: str, **numbers: float) -> list[float | None]:
    """Numerator, denominator and value of one figure as it may be shown; None is hidden."""
    row = {"indicator": "i", "period": "2020Q4", "area": "GM0001", "dimension": "", "category": ""}
    row |= {"numerator": NAN, "denominator": NAN, "value": NAN, "base": NAN} | numbers
    row |= {"unit": "euro", "status": "definitief", "method": "m/1"}
    found = protect(
        pd.DataFrame([row]), {"i": protection}, {"i": 100 if protection == "aandeel_bedrag" else 1}
    ).iloc[0]
    assert (found["status"] == "geheim") == np.isnan(found["value"])
    return [None if np.isnan(found[name]) else found[name] for name in ("numerator", "denominator", "value")]


@pytest.mark.parametrize(
    ("base", "expected"), [(7, HIDDEN), (8, [12_000, 10, 1_200]), (12, [12_000, 10, 1_200])]
)
def test_an_average_is_of_rounded_euros_and_rounded_persons(base: int, expected: list) -> None:
    assert (
        shown("gemiddelde", numerator=12_345.67, denominator=base, value=12_345.67 / base, base=base)
        == expected
    )


def test_of_a_price_only_the_price_is_shown_in_cents() -> None:
    """Its euros beside those of all lines could be those of one person."""
    found = shown("prijs", numerator=80_400, denominator=1_234, value=80_400 / 1_234, base=9)
    assert found == [None, None, 65.15]


def test_a_price_of_few_persons_is_hidden() -> None:
    assert shown("prijs", numerator=80_400, denominator=1_000, value=80.4, base=7) == HIDDEN


@pytest.mark.parametrize(("change", "rounded"), [(-1_499.0, -1_000), (-1_501.0, -2_000), (499.0, 0)])
def test_a_change_in_euros_is_rounded_and_may_be_negative(change: float, rounded: float) -> None:
    assert shown("verschil", numerator=change, value=change, base=8) == [rounded, None, rounded]
    assert shown("verschil", numerator=change, value=change, base=7) == HIDDEN


@pytest.mark.parametrize(
    ("part", "base", "expected"),
    [
        (60_444, 30, [None, None, 60.2]),
        (60_444, 7, HIDDEN),
        (100_400, 30, HIDDEN),  # the largest providers are all providers
    ],
)
def test_a_share_of_euros(part: float, base: int, expected: list) -> None:
    found = shown("aandeel_bedrag", numerator=part, denominator=100_400, value=part / 1004, base=base)
    assert found == expected


@pytest.mark.parametrize(
    ("protection", "cases", "is_shown"),
    [("percentiel", 49, False), ("percentiel", 50, True), ("duur", 10, True), ("duur", 9, False)],
)
def test_a_percentile_asks_more_cases_than_a_median(protection: str, cases: int, is_shown: bool) -> None:
    assert shown(protection, value=41.04, base=cases) == ([None, None, 41.0] if is_shown else HIDDEN)


@pytest.mark.parametrize("protection", ["gemiddelde", "prijs", "aandeel_bedrag", "percentiel"])
def test_that_there_are_no_cases_is_hidden_as_well(protection: str) -> None:
    assert shown(protection, base=0, status="onmogelijk") == HIDDEN
