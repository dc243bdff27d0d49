"""What the edition tells of late declarations: from the shown amount, rounded, and of whole laws only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.disclosure.policy import CBS5
from socdom.indicators.jeugd.jeugd_kosten import indicator as jeugd_kosten
from socdom.indicators.wmo.wmo_grootste_aanbieders import indicator as wmo_grootste
from socdom.indicators.wmo.wmo_kosten import indicator as wmo_kosten
from socdom.indicators.wmo.wmo_kosten_ontvangen import indicator as wmo_ontvangen
from socdom.indicators.wmo.wmo_kosten_per_client import indicator as wmo_per_client
from socdom.indicators.wmo.wmo_kosten_per_client_jaar import indicator as wmo_per_client_jaar
from socdom.indicators.wmo.wmo_kosten_verschil import indicator as wmo_verschil
from socdom.indicators.wmo.wmo_prijs_begeleiding import indicator as wmo_prijs
from socdom.measures.known import NUMBERS
from socdom.parameters.declaraties import Breuk, Declaraties
from socdom.pipeline.late_coming import StillComing, first_of_laws, law_amounts, rounded, still_coming
from socdom.pipeline.late_expected import expected_records, with_status, without_unfinished_changes
from socdom.quarters import Quarter
from socdom.tables import Tables
from tests.lib.late_town import declarations, provisions, tables

GM, WIJK = "GM9999", "WK999901"
INDICATORS = [
    wmo_kosten, wmo_per_client, wmo_per_client_jaar, wmo_ontvangen, wmo_prijs, wmo_grootste, jeugd_kosten,
]  # fmt: skip
FIRST, LAST, AS_OF = Quarter(2016, 1), Quarter(2020, 4), date(2021, 2, 15)
LINES_A_QUARTER = 60
NO_BREAKS = Declaraties()


def bf(**changes: object) -> StillComing:
    known = StillComing("wmo", "2020Q4", 80, 3_000_000.0, "bornhuetter_ferguson", (0.97, 1.03), 9)
    return replace(known, **changes)


def chain(**changes: object) -> StillComing:
    return bf(**{"method": "ketenladder", "prior": 0.0, **changes})


def figures(*rows: tuple) -> pd.DataFrame:
    """Figures of (indicator, area, value, status), with a period and a breakdown where they are named."""
    columns = ["indicator", "area", "value", "status", "period", "dimension"]
    made = [(*row, *("2020Q4", "")[len(row) - 4 :]) for row in rows]
    return pd.DataFrame(made, columns=columns).astype({"value": float})


SHOWN = figures(
    ("wmo_kosten", GM, 2_400_000, "onvolledig"),
    ("wmo_kosten", WIJK, 400_000, "onvolledig"),
    ("wmo_kosten", GM, 300_000, "onvolledig", "2020Q4", "soort_wmo"),
    ("wmo_kosten_per_client", GM, 1_900, "onvolledig"),
)


def test_the_expected_amount_by_hand() -> None:
    total, per_client = expected_records(SHOWN, INDICATORS, [bf()], CBS5)
    # 2,4 million and a fifth of 3 million; 80 percent of it is in.
    assert (total.expected, total.completeness) == (3_000_000, 80)
    # 2,91 and 3,09 million, on the decimal that a reader sees.
    assert (total.low, total.high, total.errors) == (2_900_000, 3_100_000, 9)
    assert (per_client.indicator, per_client.completeness) == ("wmo_kosten_per_client", 80)
    assert (per_client.expected, per_client.low, per_client.high, per_client.errors) == (None, None, None, 0)


def test_by_the_chain_ladder() -> None:
    (record, _) = expected_records(SHOWN, INDICATORS, [chain(percentage=92)], CBS5)
    # 2,4 million / 0.92 = 2.608.696, in three digits; and 3 percent on both sides: 2,53 and 2,69, outward.
    assert (record.expected, record.completeness, record.method) == (2_610_000, 92, "ketenladder")
    assert (record.low, record.high) == (2_500_000, 2_700_000)


def test_the_lower_bound_is_not_under_what_is_in() -> None:
    (record, _) = expected_records(SHOWN, INDICATORS, [chain(percentage=99)], CBS5)
    assert (record.low, record.expected) == (2_400_000, 2_420_000)


@pytest.mark.parametrize("status", ["geheim", "definitief", "voorlopig", "ontbreekt"])
def test_nothing_is_told_of_an_amount_that_is_not_shown_or_not_incomplete(status: str) -> None:
    value = float("nan") if status in ("geheim", "ontbreekt") else 5e5
    assert expected_records(figures(("wmo_kosten", GM, value, status)), INDICATORS, [bf()], CBS5) == ()


def test_without_the_amount_nothing_is_told_of_the_amount_per_client() -> None:
    alone = figures(
        ("wmo_kosten_per_client", GM, 1_900, "onvolledig"),
        ("wmo_kosten", GM, float("nan"), "geheim"),
    )
    assert expected_records(alone, INDICATORS, [bf()], CBS5) == ()


def test_only_the_whole_law_of_the_whole_municipality() -> None:
    parts = figures(
        ("wmo_kosten", WIJK, 400_000, "onvolledig"),
        ("wmo_kosten", GM, 300_000, "onvolledig", "2020Q4", "soort_wmo"),
        ("wmo_kosten_ontvangen", GM, 2_000_000, "onvolledig"),
        ("wmo_prijs_begeleiding", GM, 60, "onvolledig"),
        ("jeugd_kosten", GM, 2_000_000, "onvolledig"),
    )
    assert expected_records(parts, INDICATORS, [bf()], CBS5) == ()


def test_with_few_past_errors_there_are_no_bounds() -> None:
    (record, _) = expected_records(SHOWN, INDICATORS, [bf(factors=None, errors=5)], CBS5)
    assert (record.expected, record.low, record.high, record.errors) == (3_000_000, None, None, 0)


@pytest.mark.parametrize("item", [chain(percentage=9), chain(percentage=0)])
def test_of_hardly_anything_nothing_is_expected(item: StillComing) -> None:
    (record, _) = expected_records(SHOWN, INDICATORS, [item], CBS5)
    assert (record.expected, record.completeness) == (None, item.percentage)


@settings(max_examples=100)
@given(
    st.integers(1, 40_000).map(lambda thousands: thousands * 1000.0),
    st.integers(0, 100),
    st.sampled_from([0.0, 45_000.0, 310_000.0, 3_100_000.0]),
)
def test_what_is_told_is_coarse_and_in_order(shown: float, percentage: int, prior: float) -> None:
    item = bf(percentage=percentage, prior=prior) if prior else chain(percentage=percentage)
    (record,) = expected_records(figures(("wmo_kosten", GM, shown, "onvolledig")), INDICATORS, [item], CBS5)
    assert 0 <= record.completeness <= 100
    assert (record.expected is None) == (percentage < 10 or record.completeness < 10)
    if record.expected is None:
        return
    assert record.low is not None
    assert record.high is not None
    for amount in (record.expected, record.low, record.high):
        assert amount % CBS5.amount_round_to == 0
        assert len(f"{amount:.0f}".rstrip("0")) <= 3
    assert record.low <= record.expected <= record.high


@pytest.mark.parametrize(
    ("value", "digits", "step", "expected"),
    [
        (2_608_696, 3, 1000, 2_610_000),
        (84_499, 3, 1000, 84_000),
        (84_500, 3, 1000, 85_000),
        (3_149_999, 2, 1, 3_100_000),
        (999_600, 3, 1000, 1_000_000),
        (0, 3, 1000, 0),
    ],
)
def test_rounding(value: float, digits: int, step: float, expected: float) -> None:
    assert rounded(value, digits, step) == expected


def test_a_quarter_is_incomplete_until_enough_is_in() -> None:
    names = [item.id for item in INDICATORS]
    raw = pd.concat(
        figures(*((name, GM, 1.0, "voorlopig", period, "") for name in names))
        for period in ("2020Q3", "2020Q2")
    )
    raw.loc[raw["indicator"].eq("wmo_grootste_aanbieders"), "status"] = "ontbreekt"
    raw = raw.reset_index(drop=True)
    coming = [bf(period="2020Q3", percentage=94), bf(period="2020Q2", percentage=97)]
    found = with_status(raw, INDICATORS, coming, Declaraties())
    changed = found[found["status"].ne(raw["status"])]
    # Not those by the quarter of the bill, of a year, of a price, of another law, or without a figure.
    assert changed[["indicator", "period"]].to_numpy().tolist() == [
        ["wmo_kosten", "2020Q3"],
        ["wmo_kosten_per_client", "2020Q3"],
    ]
    assert set(changed["status"]) == {"onvolledig"}
    assert with_status(raw, INDICATORS, coming, Declaraties(volledig_vanaf=90)).equals(raw)


def test_a_quarter_that_the_definition_calls_incomplete_stays_so() -> None:
    raw = figures(("wmo_kosten", GM, 1.0, "onvolledig"))
    assert with_status(raw, INDICATORS, [bf(percentage=100)], Declaraties()).equals(raw)


def test_a_change_is_not_told_of_an_incomplete_quarter() -> None:
    raw = figures(
        ("wmo_kosten_verschil", GM, -568_000.0, "onvolledig"),
        ("wmo_kosten_verschil", GM, -673_000.0, "onvolledig", "2020Q4", "hoeveelheid_prijs_samenstelling"),
        ("wmo_kosten_verschil", GM, 20_000.0, "voorlopig", "2020Q3"),
        ("wmo_kosten", GM, 2_400_000.0, "onvolledig"),
    ).assign(**dict.fromkeys(set(NUMBERS) - {"value"}, 12.0))
    found = without_unfinished_changes(raw, [wmo_verschil, wmo_kosten])
    assert found["status"].tolist() == ["ontbreekt", "ontbreekt", "voorlopig", "onvolledig"]
    assert found.loc[:1, NUMBERS].isna().all(axis=None)
    pd.testing.assert_frame_equal(found.loc[2:], raw.loc[2:])


def town(extra: int = 0) -> Tables:
    """Each quarter 60 lines of 100 euro, of which 45 come in before the first valuation; and 90 days of help each."""
    rows, given = [], []
    for age in range(20):
        quarter = LAST - age
        # Before the first day of valuation, or between that and the second.
        late = [
            quarter.start + timedelta(days=30 if number < 45 else 180) for number in range(LINES_A_QUARTER)
        ]
        rows += [(quarter.start, day, 10_000, number) for number, day in enumerate(late)]
        given += [(quarter.start, quarter.start, quarter.start + timedelta(days=89))] * LINES_A_QUARTER
    rows += [(LAST.start, date(2021, 1, 20), 10_000, 1)] * extra
    return tables(declarations(rows), provisions(given))


def coming_of(given: Tables, declaraties: Declaraties = NO_BREAKS) -> dict[str, StillComing]:
    first = first_of_laws(FIRST, {})
    found = still_coming(given, INDICATORS, first, LAST, AS_OF, declaraties, CBS5)
    return {item.period: item for item in found if item.law == "wmo"}


def test_from_the_rows_by_hand() -> None:
    found = coming_of(town())
    # 45 of 60 lines are in; 90 days of 60 provisions cost 6.000 euro, as in the quarters before.
    expected = StillComing("wmo", "2020Q4", 75, 6000.0, "bornhuetter_ferguson", (1.0, 1.0), 9)
    assert found["2020Q4"] == expected
    # After the second valuation nothing came in: nothing is told where the bills of so few clients are behind it.
    assert list(found) == ["2020Q4"]


def test_what_came_in_of_the_newest_quarter_tells_nothing() -> None:
    """So a bill of one client in it cannot be read from what the edition tells, but through the amount it shows."""
    assert coming_of(town(extra=7))["2020Q4"] == coming_of(town())["2020Q4"]


def test_a_break_in_invoicing_starts_anew() -> None:
    breaks = Declaraties(breuken=(Breuk(wet="wmo", vanaf="2019Q1", waarom="Een factuur per maand."),))
    late = law_amounts(town(), "wmo", FIRST, LAST, AS_OF, breaks)
    assert (late.first, late.origins) == (Quarter(2019, 1), 8)
    found = coming_of(town(), breaks)
    assert (found["2020Q4"].factors, found["2020Q4"].errors) == (None, 0)
    recent = Declaraties(breuken=(Breuk(wet="wmo", vanaf="2020Q1", waarom="Een factuur per maand."),))
    assert coming_of(town(), recent) == {}
    other = Declaraties(breuken=(Breuk(wet="jeugd", vanaf="2020Q1", waarom="Een factuur per maand."),))
    assert coming_of(town(), other) == coming_of(town())


def test_a_break_that_is_still_to_come_changes_nothing_yet() -> None:
    later = Declaraties(breuken=(Breuk(wet="wmo", vanaf="2021Q1", waarom="Een factuur per maand."),))
    assert coming_of(town(), later) == coming_of(town())


def test_declarations_that_are_complete_from_later_on() -> None:
    first = first_of_laws(
        FIRST, {("declarations", "wmo"): Quarter(2018, 1), ("benefits", ""): Quarter(2019, 1)}
    )
    assert first == {"wmo": Quarter(2018, 1), "jeugd": FIRST}
    both = first_of_laws(FIRST, {("declarations", ""): Quarter(2018, 1)})
    assert set(both.values()) == {Quarter(2018, 1)}


def test_a_municipality_without_declarations_tells_nothing() -> None:
    assert coming_of(Tables.empty()) == {}
    assert still_coming(town(), [], {}, LAST, AS_OF, Declaraties(), CBS5) == ()
