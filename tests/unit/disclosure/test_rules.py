"""The rule for one figure by itself: tables worked out by hand, per way of protecting and per policy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.disclosure.policy import CBS5, N10, PROTECTIONS, Policy
from socdom.disclosure.rules import rounded, too_small, values

NAN = float("nan")
NUMBERS = ("numerator", "denominator", "base", "largest", "two_largest", "providers", "value")
# One client of many, so that no amount is dominated unless a test says so.
SPREAD = {"largest": 1.0, "two_largest": 2.0, "providers": 30.0}


def table(*rows: dict[str, float]) -> pd.DataFrame:
    return pd.DataFrame([dict.fromkeys(NUMBERS, NAN) | row for row in rows]).astype(float)


def hidden(kind: str, policy: Policy = CBS5, **numbers: float) -> bool:
    """Whether one figure is too small."""
    return bool(too_small(table(numbers), pd.Series([kind]), policy).iloc[0])


def shown(kind: str, policy: Policy = CBS5, scale: float = 1, **numbers: float) -> list[float]:
    """Numerator, denominator and value of one figure that is not hidden."""
    frame, kinds = table(numbers), pd.Series([kind])
    both = rounded(frame, kinds, policy)
    value = values(frame, both, kinds, pd.Series([float(scale)]), policy)
    return [both["numerator"].iloc[0], both["denominator"].iloc[0], value.iloc[0]]


@pytest.mark.parametrize(("policy", "last"), [(CBS5, 7), (N10, 9)])
def test_counts_around_the_threshold(policy: Policy, last: int) -> None:
    for count in range(30):
        assert hidden("personen", policy, numerator=count, base=count) == (count <= last)
        money = {"numerator": 1e6, "base": count, **SPREAD}
        assert hidden("bedrag", policy, **money) == (count <= last)
        assert hidden("gemiddelde", policy, denominator=count, **money) == (count <= last)
        assert hidden("verschil", policy, **money | {"largest": 0.1, "two_largest": 0.1}) == (count <= last)
        assert hidden("prijs", policy, denominator=500, **money) == (count <= last)


@pytest.mark.parametrize(
    ("part", "whole", "with_cbs5", "with_n10"),
    [
        (20, 100, False, False),
        (7, 100, True, True),
        (8, 100, False, True),
        (10, 100, False, False),
        (92, 100, False, True),
        (93, 100, True, True),
        (100, 100, True, True),
        (8, 16, False, True),
        (8, 15, True, True),
        (0, 0, True, True),
    ],
)
def test_shares_of_few_of_nearly_all_and_of_all(
    part: int, whole: int, with_cbs5: bool, with_n10: bool
) -> None:
    numbers = {"numerator": part, "denominator": whole, "base": whole}
    assert hidden("aandeel", CBS5, **numbers) == with_cbs5
    assert hidden("aandeel", N10, **numbers) == with_n10


@pytest.mark.parametrize(
    ("count", "inhabitants", "with_cbs5", "with_n10"),
    [
        (40, 40, True, True),  # everybody
        (33, 40, True, True),  # all but seven
        (32, 40, False, True),
        (31, 40, False, True),
        (30, 40, False, False),
        (42, 40, True, True),  # two more came in the quarter than lived there on its first day
        (40, 0, False, False),  # a rate that does not exist; hidden, it would look like a small one
    ],
)
def test_all_inhabitants_of_an_area_are_a_group_of_everybody(
    count: int, inhabitants: int, with_cbs5: bool, with_n10: bool
) -> None:
    numbers = {"numerator": count, "denominator": inhabitants, "base": count}
    assert hidden("personen", CBS5, **numbers) == with_cbs5
    assert hidden("personen", N10, **numbers) == with_n10


def test_statistics_need_their_number_of_cases() -> None:
    assert [hidden("duur", base=n, value=3.0) for n in (0, 9, 10, 11)] == [True, True, False, False]
    assert [hidden("percentiel", base=n, value=3.0) for n in (10, 49, 50)] == [True, True, False]
    more = replace(CBS5, statistic_base=12, percentile_base=80)
    assert [hidden("duur", more, base=n, value=3.0) for n in (11, 12)] == [True, False]
    assert [hidden("percentiel", more, base=n, value=3.0) for n in (79, 80)] == [True, False]


@pytest.mark.parametrize("kind", sorted(set(PROTECTIONS) - {"openbaar"}))
def test_an_unknown_size_is_too_small(kind: str) -> None:
    assert hidden(kind, value=12.0)
    assert not hidden("openbaar", numerator=1, value=1)


@pytest.mark.parametrize("kind", ["bedrag", "gemiddelde", "prijs"])
def test_an_amount_of_one_or_two_clients_is_hidden(kind: str) -> None:
    many = {"numerator": 100_000.0, "denominator": 40.0, "base": 40, "providers": 9}
    assert not hidden(kind, **many, largest=50_000, two_largest=80_000)
    assert hidden(kind, **many, largest=50_001, two_largest=60_000)
    assert hidden(kind, **many, largest=45_000, two_largest=80_001)
    stricter = replace(CBS5, dominance_one=0.3)
    assert hidden(kind, stricter, **many, largest=40_000, two_largest=50_000)


def test_few_providers_and_a_share_that_is_the_whole() -> None:
    euros = {
        "numerator": 60_000.0,
        "denominator": 100_000.0,
        "base": 40,
        "largest": 500.0,
        "two_largest": 900.0,
    }
    for kind in ("prijs", "aandeel_bedrag"):
        assert hidden(kind, **euros, providers=2)
        assert not hidden(kind, **euros, providers=3)
        assert hidden(kind, replace(CBS5, providers_base=4), **euros, providers=3)
    assert hidden("aandeel_bedrag", **euros | {"numerator": 100_000.0}, providers=3)


def test_rounding_per_policy() -> None:
    assert shown("personen", numerator=12, denominator=250, scale=1000) == [10, 250, 40]
    assert shown("personen", N10, numerator=14, denominator=250, scale=1000) == [10, 250, 40]
    assert shown("personen", N10, numerator=15, denominator=250, scale=1000) == [20, 250, 80]
    assert shown("gemiddelde", numerator=1_234_500, denominator=13)[:2] == [1_235_000, 15]
    assert shown("gemiddelde", N10, numerator=1_234_499, denominator=24)[:2] == [1_234_000, 20]
    assert shown("bedrag", replace(CBS5, amount_round_to=5000), numerator=12_500)[0] == 15_000
    assert shown("verschil", numerator=-1_501)[0] == -2_000
    assert shown("verschil", numerator=-1_500)[0] == -1_000  # half goes up
    assert shown("openbaar", numerator=3, denominator=7)[:2] == [3, 7]


@pytest.mark.parametrize(
    ("part", "whole", "value"),
    [
        (20, 58, 33.0),  # 20 of 60, under 100: whole percentages
        (12, 78, 13.0),  # 10 of 80 is 12,5: half goes up
        (33, 96, 37.0),  # 35 of 95 is 36,8
        (33, 98, 35.0),  # 35 of 100: one decimal from here on
        (41, 120, 33.3),  # 40 of 120
        (123, 1001, 12.5),  # 125 of 1000
    ],
)
def test_a_share_of_few_is_told_in_whole_percentages(part: int, whole: int, value: float) -> None:
    assert shown("aandeel", scale=100, numerator=part, denominator=whole)[2] == value


def test_own_decimals_of_shares() -> None:
    own = replace(CBS5, share_decimals=((200, 0), (None, 1)))
    assert shown("aandeel", own, scale=100, numerator=41, denominator=120)[2] == 33
    assert shown("aandeel", own, scale=100, numerator=81, denominator=240)[2] == 33.3


def test_statistics_keep_their_value_in_few_decimals() -> None:
    assert shown("duur", value=12.36, base=30)[2] == 12.4
    assert shown("prijs", value=62.388, base=30)[2] == 62.39
    assert shown("aandeel_bedrag", value=44.44, base=30)[2] == 44.4
    assert shown("duur", replace(CBS5, statistic_decimals=0), value=12.5, base=30)[2] == 13


count = st.integers(0, 60)
figures = st.fixed_dictionaries(
    {
        "numerator": count,
        "denominator": count,
        "base": count,
        "largest": st.integers(0, 40),
        "two_largest": st.integers(0, 60),
        "providers": st.integers(0, 6),
    }
)
stricter = st.fixed_dictionaries(
    {
        "hidden_up_to": st.integers(7, 20),
        "statistic_base": st.integers(10, 40),
        "percentile_base": st.integers(50, 60),
        "dominance_one": st.sampled_from([0.5, 0.4, 0.2]),
        "dominance_two": st.sampled_from([0.8, 0.6]),
        "providers_base": st.integers(3, 5),
    }
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(figures, st.sampled_from(PROTECTIONS)), min_size=1, max_size=20), stricter)
def test_a_stricter_policy_hides_at_least_the_same(
    rows: list[tuple[dict[str, int], str]], thresholds: dict[str, float]
) -> None:
    frame, kind = table(*(numbers for numbers, _ in rows)), pd.Series([name for _, name in rows])
    lax, strict = too_small(frame, kind, CBS5), too_small(frame, kind, replace(CBS5, **thresholds))
    assert not (lax & ~strict).any()
    assert not (lax & ~too_small(frame, kind, N10)).any()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(8, 5000), min_size=1, max_size=30), st.sampled_from([CBS5, N10]))
def test_a_rounded_count_stands_for_the_true_one(counts: list[int], policy: Policy) -> None:
    """What is shown contains the truth in the interval that the policy itself says."""
    true = np.array([float(n) for n in counts if n > policy.hidden_up_to])
    frame = table(*({"numerator": n} for n in true), {"numerator": 100.0})
    told = rounded(frame, pd.Series("personen", index=frame.index), policy)["numerator"].to_numpy()[:-1]
    assert (policy.low(told) <= true).all()
    assert (true <= policy.high(told)).all()


def test_no_figures() -> None:
    empty = table({"numerator": 1}).iloc[:0]
    kind = pd.Series([], dtype=str)
    assert len(too_small(empty, kind, CBS5)) == len(rounded(empty, kind, CBS5)) == 0
