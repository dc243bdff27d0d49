"""Bills that come in after a release, worked out by hand: 30 clients with 5.000 euro each, 20 in one wijk, 10 in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.lib.nights import GM, KERN, VELD, W1, W2, Nights, bill, of_bills

BUURTEN = {person: KERN if person <= 20 else VELD for person in range(1, 31)}
BEFORE, FIRST, LATER, LAST = date(2021, 1, 10), date(2021, 1, 15), date(2021, 1, 20), date(2021, 1, 30)
START = [bill(person, 5_000, BEFORE) for person in BUURTEN]
HELP = "hulp_bij_huishouden"


@pytest.fixture
def nights(tmp_path: Path) -> Nights:
    return Nights(tmp_path)


def amounts(
    figures: pd.DataFrame, indicator: str = "wmo_kosten", period: str = "2020Q4"
) -> tuple[float, ...]:
    """Thousands of euros of the municipality and of its two wijken; -1 is not shown."""
    found = [figures["numerator"].get((indicator, period, area, "", "")) for area in (GM, W1, W2)]
    return tuple(-1 if euros != euros else euros / 1000 for euros in found)


def after(nights: Nights, *late: dict[str, Any], day: date = LATER) -> pd.DataFrame:
    """The second release, with bills that came in after the first."""
    nights.release(of_bills(START, BUURTEN), FIRST)
    return nights.release(of_bills([*START, *late], BUURTEN), day)


def bills(
    persons: Sequence[int], euros: int, received: date = date(2021, 1, 18), **more: Any
) -> Iterator[dict[str, Any]]:
    return (bill(person, euros, received, **more) for person in persons)


def test_first_every_amount_is_as_it_is(nights: Nights) -> None:
    assert amounts(nights.release(of_bills(START, BUURTEN), FIRST)) == (150, 100, 50)


def test_the_bill_of_one_client_stays_out_until_more_come_in_and_then_all_come_in_at_once(
    nights: Nights,
) -> None:
    late = list(bills([3], 35_000))
    assert amounts(after(nights, *late)) == (150, 100, 50)
    late += bills(range(4, 16), 10_000, date(2021, 1, 25))
    last = nights.release(of_bills([*START, *late], BUURTEN), LAST)
    assert amounts(last) == (305, 255, 50)


def test_without_holding_back_the_bill_is_to_be_seen(nights: Nights) -> None:
    """So the other tests can fail."""
    nights.holding = False
    assert amounts(after(nights, *bills([3], 35_000))) == (185, 135, 50)


@pytest.mark.parametrize(("clients", "new"), [(7, 150), (8, 158)])
def test_as_many_clients_as_an_amount_of_their_own_must_have(nights: Nights, clients: int, new: int) -> None:
    assert amounts(after(nights, *bills(range(1, clients + 1), 1_000)))[0] == new


@pytest.mark.parametrize(("most", "new"), [(11_000, 172), (12_000, 150)])
def test_bills_that_are_mostly_of_one_stay_out(nights: Nights, most: int, new: int) -> None:
    # Eleven others have 1.000 each: 11.000 is half of all, 12.000 more than half.
    assert amounts(after(nights, *bills([1], most), *bills(range(2, 13), 1_000)))[0] == new


def test_credits_of_one_stay_out_and_those_of_many_come_in(nights: Nights) -> None:
    late = list(bills([3], -4_000))
    assert amounts(after(nights, *late)) == (150, 100, 50)
    late += bills(range(5, 15), -1_000, date(2021, 1, 25))
    assert amounts(nights.release(of_bills([*START, *late], BUURTEN), LAST))[0] == 136


def test_bills_that_are_taken_back_are_of_nobody(nights: Nights) -> None:
    nothing = [line for euros in (500, -500) for line in bills(range(1, 13), euros)]
    assert amounts(after(nights, *nothing, *bills([20], 35_000))) == (150, 100, 50)


def test_a_bill_that_came_in_on_the_day_of_the_release_may_not_have_been_in_it(nights: Nights) -> None:
    assert amounts(after(nights, *bills([3], 35_000, FIRST))) == (150, 100, 50)


def test_a_release_as_of_an_earlier_day_does_not_take_the_bill_of_one_out_again(nights: Nights) -> None:
    tables = of_bills([*START, *bills([3], 5_000, LATER)], BUURTEN)
    assert amounts(nights.release(tables, LAST)) == (155, 105, 50)
    assert amounts(nights.release(tables, FIRST)) == (155, 105, 50)


def test_a_release_as_of_an_earlier_day_takes_the_bills_of_many_out(nights: Nights) -> None:
    tables = of_bills([*START, *bills(range(1, 13), 1_000, LATER)], BUURTEN)
    assert amounts(nights.release(tables, LAST)) == (162, 112, 50)
    assert amounts(nights.release(tables, FIRST)) == (150, 100, 50)


def test_what_one_wijk_keeps_is_not_to_be_had_from_the_total_and_the_other(nights: Nights) -> None:
    # Twelve in the first, one in the second: both wijken wait, so that the total tells of thirteen.
    late = [*bills(range(1, 13), 1_000), *bills([25], 3_000)]
    assert amounts(after(nights, *late)) == (165, 100, 50)


def kinds(figures: pd.DataFrame) -> list[float]:
    """Thousands of euros of the whole, of help at home and of guidance; -1 is not shown."""
    cells = [("", ""), ("soort_wmo", HELP), ("soort_wmo", "ondersteuning_thuis")]
    found = [figures["numerator"][("wmo_kosten", "2020Q4", GM, *cell)] / 1000 for cell in cells]
    return [-1 if euros != euros else euros for euros in found]


def test_a_kind_of_help_waits_along_with_another(nights: Nights) -> None:
    start = [bill(p, 1_250, BEFORE, category=code) for p in BUURTEN for code in ("01", "02", "11", "15")]
    late = [*bills(range(1, 9), 1_000), *bills([9], 1_500, category="02")]
    assert kinds(nights.release(of_bills(start, BUURTEN), FIRST)) == [150, 38, 38]
    assert kinds(nights.release(of_bills([*start, *late], BUURTEN), LATER)) == [160, 38, 38]


def test_when_nothing_can_wait_along_the_total_waits(nights: Nights) -> None:
    # Guidance is the only kind that was shown; what is late of the others is in no figure that could wait.
    codes = ["02"] * 10 + ["01", "11"] * 10
    start = [line | {"category": code} for line, code in zip(START, codes, strict=True)]
    late = [*bills(range(11, 18), 1_000, category="15"), *bills([9], 1_500, category="02")]
    assert kinds(nights.release(of_bills(start, BUURTEN), FIRST))[0] == 150
    assert kinds(nights.release(of_bills([*start, *late], BUURTEN), LATER))[0] == 150


def test_all_figures_of_the_same_bills_wait_together(nights: Nights) -> None:
    figures = after(nights, *bills([3], 35_000))
    before = nights.published[0][1].set_index(figures.index.names)
    pd.testing.assert_frame_equal(figures, before)
    assert figures["numerator"][("wmo_kosten_per_client_jaar", "2020", GM, "", "")] == 150_000
    assert figures["value"][("wmo_prijs_hulp_bij_huishouden", "2020Q4", GM, "", "")] == 500
    assert figures["value"].notna()[("wmo_grootste_aanbieders", "2020Q4", GM, "", "")]


def test_a_mean_keeps_its_persons_with_its_euros(nights: Nights) -> None:
    buurten = BUURTEN | {person: KERN for person in range(31, 37)}
    nights.release(of_bills(START, buurten), FIRST)
    late = nights.release(of_bills([*START, *bills(range(31, 37), 1_000)], buurten), LATER)
    mean = late.loc[("wmo_kosten_per_client", "2020Q4", GM, "", "")]
    assert (mean["numerator"], mean["denominator"], mean["value"]) == (150_000, 30, 5_000)


@pytest.mark.parametrize("year", [2019, 2020], ids=["the year before", "the period itself"])
def test_a_change_waits_with_either_of_its_amounts(nights: Nights, year: int) -> None:
    start = [bill(p, 5_000, BEFORE, service_start=date(y, 10, 5)) for p in BUURTEN for y in (2019, 2020)]
    one = bill(3, 35_000, date(2021, 1, 18), service_start=date(year, 10, 5))
    nights.release(of_bills(start, BUURTEN), FIRST)
    figures = nights.release(of_bills([*start, one], BUURTEN), LATER)
    assert figures["numerator"][("wmo_kosten_verschil", "2020Q4", GM, "", "")] == 0
    assert amounts(figures, period=f"{year}Q4") == (150, 100, 50)


def test_what_was_shown_before_it_was_hidden_still_counts(nights: Nights) -> None:
    nights.release(of_bills(START, BUURTEN), FIRST)
    hidden = nights.published[0][1].assign(status="geheim", numerator=float("nan"), value=float("nan"))
    nights.put(hidden, LATER)
    late = list(bills([3], 35_000))
    assert amounts(nights.release(of_bills([*START, *late], BUURTEN), date(2021, 1, 22)))[0] == 150
    # Eight more, but still mostly of the one: the first day counts, not the day it came back.
    late += bills(range(4, 12), 1_000, date(2021, 1, 25))
    assert amounts(nights.release(of_bills([*START, *late], BUURTEN), LAST))[0] == 150


def test_what_is_too_small_by_itself_is_hidden_as_ever(nights: Nights) -> None:
    # The client of 35.000 makes an amount of eight that is mostly his.
    buurten = dict.fromkeys(range(1, 9), KERN)
    start = [bill(person, 2_000, BEFORE) for person in buurten]
    nights.release(of_bills(start, buurten), FIRST)
    figures = nights.release(of_bills([*start, *bills([1], 35_000)], buurten), LATER)
    assert figures["status"][("wmo_kosten", "2020Q4", GM, "", "")] == "geheim"


def test_the_same_again_is_the_same(nights: Nights) -> None:
    late = [*bills(range(1, 13), 1_000), *bills([25], 3_000)]
    once = after(nights, *late)
    again = nights.release(of_bills([*START, *late], BUURTEN), LATER)
    pd.testing.assert_frame_equal(again, once)


def test_nothing_is_looked_up_before_the_first_release_or_without_bills(nights: Nights) -> None:
    nights.release(of_bills(START, BUURTEN), FIRST)
    assert nights.late is not None
    assert nights.late.as_released.isna().all(axis=None)
    assert not nights.late.few.any()
    nights.release(of_bills(START, BUURTEN), LATER)
    assert nights.late.as_released.isna().all(axis=None)
    assert not nights.late.few.any()
