"""Who has most of an amount: the rule for one figure and for a sum, worked out by hand and in plain Python."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.disclosure.dominance import dominated, few_providers, group_dominated
from socdom.disclosure.policy import CBS5, PROTECTIONS, Policy

MONEY = ("bedrag", "gemiddelde", "prijs", "aandeel_bedrag")
NAN = math.nan


def is_dominated(kind: str, amount: float, largest: float, two: float, policy: Policy = CBS5) -> bool:
    frame = pd.DataFrame({"numerator": [amount], "largest": [largest], "two_largest": [two]})
    return bool(dominated(frame, pd.Series([kind]), policy).item())


@pytest.mark.parametrize("kind", MONEY)
@pytest.mark.parametrize(
    ("largest", "two", "expected"),
    [
        (500.00, 799.99, False),
        (500.01, 600, True),
        (400, 800, False),
        (400.01, 800.01, True),
        (100, 190, False),
    ],
)
def test_more_than_half_of_one_or_four_fifths_of_two(
    kind: str, largest: float, two: float, expected: bool
) -> None:
    assert is_dominated(kind, 1000, largest, two) is expected


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 10**12), st.integers(0, 10**12), st.integers(0, 10**12))
def test_the_limit_is_exact_to_the_cent(amount: int, first: int, second: int) -> None:
    first, second = max(first, second) % (amount + 1), min(first, second) % (amount + 1)
    expected = 2 * first > amount or 10 * (first + second) > 8 * amount
    assert is_dominated("bedrag", amount / 100, first / 100, (first + second) / 100) is expected


@pytest.mark.parametrize("cents", [3, 123_455, 10**9 + 5, 10**11 + 5])
def test_just_on_the_limit_is_not_over_it(cents: int) -> None:
    """Four fifths of so many cents, which floating point cannot hold exactly."""
    amount, two = 5 * cents, 4 * cents
    assert not is_dominated("bedrag", amount / 100, two / 200, two / 100)
    assert is_dominated("bedrag", amount / 100, two / 200, (two + 1) / 100)


@pytest.mark.parametrize("kind", MONEY)
@pytest.mark.parametrize("amount", [0.0, -250.0])
def test_of_an_amount_that_is_taken_back_nothing_can_be_said(kind: str, amount: float) -> None:
    assert is_dominated(kind, amount, 100, 150)


def test_a_change_has_the_parts_of_its_amounts() -> None:
    """The change itself may be of any size, also below zero."""
    assert not is_dominated("verschil", -30, 0.5, 0.8)
    assert is_dominated("verschil", 1e6, 0.51, 0.6)
    assert is_dominated("verschil", 1e6, 0.45, 0.81)
    assert is_dominated("verschil", 1e6, math.inf, math.inf)


@pytest.mark.parametrize("kind", sorted(set(PROTECTIONS) - {*MONEY, "verschil"}))
def test_only_money_is_dominated(kind: str) -> None:
    assert not is_dominated(kind, 10, 10, 10)


def test_an_unknown_amount_is_not_dominated() -> None:
    assert not is_dominated("bedrag", NAN, NAN, NAN)
    assert not is_dominated("verschil", NAN, NAN, NAN)


def test_the_limits_are_those_of_the_policy() -> None:
    strict = replace(CBS5, dominance_one=0.25, dominance_two=0.4)
    assert is_dominated("bedrag", 1000, 251, 300, strict)
    assert is_dominated("bedrag", 1000, 240, 401, strict)
    assert not is_dominated("bedrag", 1000, 250, 400, strict)


@pytest.mark.parametrize(
    ("kind", "providers", "expected"),
    [
        ("prijs", 2, True),
        ("prijs", 3, False),
        ("aandeel_bedrag", 2, True),
        ("aandeel_bedrag", 3, False),
        ("bedrag", 1, False),
        ("prijs", NAN, False),
    ],
)
def test_prices_and_shares_of_few_providers(kind: str, providers: float, expected: bool) -> None:
    frame = pd.DataFrame({"providers": [providers]})
    assert few_providers(frame, pd.Series([kind]), CBS5).tolist() == [expected]
    looser = replace(CBS5, providers_base=2)
    assert few_providers(frame, pd.Series([kind]), looser).tolist() == [False]


def test_without_the_columns_nothing_is_hidden() -> None:
    frame = pd.DataFrame({"numerator": [10.0, -10.0]}, index=[4, 9])
    kind = pd.Series(["bedrag", "prijs"], index=[4, 9])
    for found in (dominated(frame, kind, CBS5), few_providers(frame, kind, CBS5)):
        assert found.dtype == bool
        assert found.to_dict() == {4: False, 9: False}


# Per part, the euros of each client 0, 1, … in it.
towns = st.lists(
    st.dictionaries(st.integers(0, 4), st.integers(1, 100), min_size=1, max_size=5), min_size=1, max_size=4
)


def parts_of(town: list[dict[int, int]]) -> pd.DataFrame:
    rows = [sorted(part.values(), reverse=True) for part in town]
    return pd.DataFrame(
        [{"numerator": sum(row), "largest": row[0], "two_largest": sum(row[:2])} for row in rows], dtype=float
    )


def really(town: list[dict[int, int]]) -> bool:
    """Whether the sum of the parts is dominated, from the clients themselves."""
    clients = {client for part in town for client in part}
    euros = sorted((sum(part.get(client, 0) for part in town) for client in clients), reverse=True)
    return 2 * euros[0] > sum(euros) or 10 * sum(euros[:2]) > 8 * sum(euros)


@settings(max_examples=200, deadline=None)
@given(towns)
def test_the_sum_of_parts_with_clients_of_their_own_is_judged_exactly(town: list[dict[int, int]]) -> None:
    apart = [
        {client + 10 * number: euros for client, euros in part.items()} for number, part in enumerate(town)
    ]
    group = np.zeros(len(town), dtype=np.int64)
    found = group_dominated(parts_of(town), group, np.array([True]), CBS5)
    assert found.tolist() == [really(apart)]


@settings(max_examples=200, deadline=None)
@given(towns)
def test_no_dominated_sum_is_missed_when_clients_are_in_several_parts(town: list[dict[int, int]]) -> None:
    group = np.zeros(len(town), dtype=np.int64)
    found = group_dominated(parts_of(town), group, np.array([False]), CBS5)
    assert found[0] or not really(town)


def test_groups_are_judged_apart_and_a_group_without_parts_is_not_dominated() -> None:
    # Wijken of 100 and 300 euros of one client each; two wijken of five clients with 20 euros each; a sum of nothing.
    parts = pd.DataFrame(
        {
            "numerator": [100.0, 100.0, 300.0, 100.0, 0.0],
            "largest": [100.0, 20.0, 300.0, 20.0, 30.0],
            "two_largest": [100.0, 40.0, 300.0, 40.0, 60.0],
        }
    )
    group = np.array([0, 2, 0, 2, 3])
    found = group_dominated(parts, group, np.array([True, True, True, True]), CBS5)
    assert found.tolist() == [True, False, False, True]
