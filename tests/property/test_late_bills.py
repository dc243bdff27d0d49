"""Bills that come in over some weeks, published on some nights: no change of an amount is about few clients."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.lib.nights import GM, KERN, VELD, Nights, bill, by_client, changes, few, of_bills
from tests.lib.remainders import changes_of_the_rest
from tests.lib.towns import BUURTEN

FIRST = date(2021, 1, 1)
_DAYS = st.lists(st.integers(1, 40), min_size=3, max_size=5)
DAYS_OF_RELEASES = st.one_of(_DAYS, _DAYS.map(sorted))


def some_town(seed: int) -> tuple[list[dict[str, Any]], dict[int, str]]:
    """Clients of three buurten, with most bills early, the others some weeks later, and now and then a credit."""
    rng = np.random.default_rng(seed)
    buurten = {person: str(rng.choice(BUURTEN)) for person in range(1, 61)}
    bills = []
    for _ in range(300):
        person, euros = int(rng.integers(1, 61)), int(rng.lognormal(7, 1)) * int(rng.choice([1, 1, 1, 1, -1]))
        when = date(int(rng.choice([2019, 2020, 2020])), int(rng.choice([2, 11, 11])), 3)
        day = FIRST + timedelta(days=int(rng.exponential(8)))
        more = {"category": str(rng.choice(["01", "02"])), "service_start": when}
        bills.append(bill(person, euros, day, **more))
    return bills, buurten


@given(seed=st.integers(0, 2**32 - 1), days=DAYS_OF_RELEASES)
@example(seed=26, days=[10, 20, 22, 34])  # a wijk that stays while the total changes twice
@example(seed=84, days=[7, 26, 29, 36])  # a year with a quarter that was never shown
@settings(max_examples=4, deadline=None)
def test_every_change_is_about_enough_clients(seed: int, days: list[int]) -> None:
    changes_are_about_enough_clients(seed, days)


def changes_are_about_enough_clients(seed: int, days: list[int]) -> None:
    bills, buurten = some_town(seed)
    tables = of_bills(bills, buurten)
    with tempfile.TemporaryDirectory() as folder:
        nights = Nights(Path(folder))
        for day in days:
            nights.release(tables, FIRST + timedelta(days=day))
    for key, since, day in changes(nights):
        for clients in by_client(key, bills, buurten, since, day):
            assert not few(clients), (key, since, day)
    if days == sorted(days):  # a release as of an earlier day takes bills out again
        for total, clients in changes_of_the_rest(nights, bills, buurten):
            assert not clients or not few(clients), total


@given(seed=st.integers(0, 2**32 - 1), first=st.integers(1, 15), later=st.integers(1, 15))
@example(seed=941051, first=6, later=6)  # a kind of help that is never shown, and one that stays for its sake
@example(
    seed=147, first=3, later=15
)  # the costs of a wijk wait for those of a quarter that may not appear, and does
@settings(max_examples=3, deadline=None)
def test_the_same_night_again_changes_only_what_waited_for_others(seed: int, first: int, later: int) -> None:
    bills, buurten = some_town(seed)
    tables = of_bills(bills, buurten)
    with tempfile.TemporaryDirectory() as folder:
        nights = Nights(Path(folder))
        nights.release(tables, FIRST + timedelta(days=first))
        night = FIRST + timedelta(days=first + later)
        once = nights.release(tables, night)
        assert nights.late is not None
        waited = nights.late.as_released.notna().any(axis=1) & ~nights.late.few
        twice, thrice = (nights.release(tables, night) for _ in range(2))
    waited = waited.to_numpy()
    pd.testing.assert_frame_equal(twice[~waited], once[~waited])
    pd.testing.assert_frame_equal(thrice, twice)


@pytest.mark.long
@given(seed=st.integers(0, 2**32 - 1), days=DAYS_OF_RELEASES)
@settings(max_examples=150, deadline=None)
def test_every_change_is_about_enough_clients_in_many_towns(seed: int, days: list[int]) -> None:
    changes_are_about_enough_clients(seed, days)


def test_in_the_end_the_amounts_are_right_when_what_was_late_was_of_enough() -> None:
    start = date(2021, 1, 5)
    buurten = {person: KERN if person % 2 else VELD for person in range(1, 65)}
    late = [bill(p, 1_000 + 10 * p, start + timedelta(days=p % 32)) for p in buurten]
    bills = [bill(p, 5_000, FIRST) for p in buurten] + late
    with tempfile.TemporaryDirectory() as folder:
        nights = Nights(Path(folder))
        # Every fourth day: eight clients at a time, four in each wijk.
        for number in range(-1, 33, 4):
            figures = nights.release(of_bills(bills, buurten), start + timedelta(days=number))
    true = sum(line["amount"] for line in bills) / 100
    assert figures["numerator"][("wmo_kosten", "2020Q4", GM, "", "")] == round(true, -3)


def test_without_holding_back_few_are_to_be_seen() -> None:
    """So the tests above can fail."""
    bills, buurten = some_town(7)
    with tempfile.TemporaryDirectory() as folder:
        nights = Nights(Path(folder), holding=False)
        for day in range(1, 30, 4):
            nights.release(of_bills(bills, buurten), FIRST + timedelta(days=day))
    found = [
        clients
        for key, since, day in changes(nights)
        for clients in by_client(key, bills, buurten, since, day)
    ]
    assert sum(map(few, found)) > 20
    rests = [clients for _, clients in changes_of_the_rest(nights, bills, buurten) if clients]
    assert sum(map(few, rests)) > 20
