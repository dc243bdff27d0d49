"""The lines behind figures of money add up to the figures, and tell whose they are and when they came in."""

from __future__ import annotations

from datetime import date

import pandas as pd

from socdom.indicators import catalogue
from socdom.measures.behind import behind
from socdom.measures.compute import compute
from tests.lib.crowd import crowd
from tests.lib.nights import GM, KERN, MONEY, VELD, W1, W2, bill, of_bills
from tests.lib.towns import AREAS, TWO_YEARS

_KEY = ["indicator", "period", "area", "dimension", "category"]


def test_the_lines_of_an_amount_add_up_to_it_and_its_clients_are_the_base() -> None:
    money = [item for item in catalogue().values() if item.protection in ("bedrag", "gemiddelde")]
    tables = crowd(80)
    lines = behind(money, tables, TWO_YEARS, AREAS)
    figures = compute(money, tables, TWO_YEARS, AREAS).set_index(_KEY)
    groups = lines.groupby(_KEY)
    found = pd.DataFrame(
        {"numerator": groups["cents"].sum() / 100, "base": groups["person"].nunique().astype(float)}
    )
    expected = figures.loc[figures["base"] > 0, ["numerator", "base"]].sort_index()
    assert len(expected) > 200
    pd.testing.assert_frame_equal(found.sort_index(), expected, check_index_type=False)


def test_by_hand() -> None:
    days = [date(2021, 1, 5), date(2021, 1, 5), date(2021, 1, 9), date(2021, 1, 9)]
    bills = [
        bill(person, euros, day)
        for person, euros, day in zip((7, 7, 7, 9), (10, 20, 5, -4), days, strict=True)
    ]
    bills.append(bill(9, 100, days[0], service_start=date(2025, 1, 1)))
    lines = behind(MONEY, of_bills(bills, {7: KERN, 9: VELD}), TWO_YEARS, AREAS)
    amounts = lines[lines["indicator"].eq("wmo_kosten") & lines["dimension"].eq("")]
    assert set(amounts["period"]) == {"2020Q4"}
    rows = {
        (area, str(day.date()), cents)
        for area, day, cents in amounts[["area", "received", "cents"]].itertuples(index=False)
    }
    assert rows == {
        (GM, "2021-01-05", 3_000), (GM, "2021-01-09", 500), (GM, "2021-01-09", -400),
        (W1, "2021-01-05", 3_000), (W1, "2021-01-09", 500), (W2, "2021-01-09", -400),
    }  # fmt: skip
    assert set(lines.loc[lines["indicator"].eq("wmo_kosten_per_client_jaar"), "period"]) == {"2020"}


def test_without_lines_there_is_nothing_behind_a_figure() -> None:
    assert behind(MONEY, of_bills([], {7: KERN}), TWO_YEARS, AREAS).empty
    assert behind([], of_bills([], {7: KERN}), TWO_YEARS, AREAS).empty
