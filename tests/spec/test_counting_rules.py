"""The counting rules, each in one small town counted by hand."""

from __future__ import annotations

from typing import Any

import pytest

from socdom.errors import DeliveryError, ParameterError
from socdom.measures.compute import compute
from socdom.measures.denominators import Inhabitants
from socdom.measures.figures import COLUMNS
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Amount
from socdom.measures.kinds.budget import Budget
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.flows import Inflow, Outflow
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.share import ShareWithin
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection
from socdom.measures.taakvelden import codes_of_groups
from socdom.quarters import Quarter, quarter_range
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS, everybody, town

Q = tuple(quarter_range(Quarter(2020, 1), Quarter(2020, 4)))
ALL = Selection("provisions")


def help_for(person: int, start: str, end: str | None = None, **codes: Any) -> dict[str, Any]:
    """A Wmo provision."""
    return {
        "person": person,
        "law": "wmo",
        "category": "01",
        "form": "zin",
        "start": start,
        "end": end,
    } | codes


def counts(item: Indicator, tables: Tables, area: str = "GM9998", category: str = "") -> list[float]:
    """Numerators of 2020, quarter by quarter."""
    figures = compute([item], tables, Q, AREAS)
    return figures[(figures["area"] == area) & (figures["category"] == category)]["numerator"].tolist()


active = indicator(measure=PersonsActive(ALL), group_by=("vorm",))
stock = indicator(measure=Stock(ALL), moment="stand")
inflow = indicator(measure=Inflow(ALL))
outflow = indicator(measure=Outflow(ALL))


@pytest.mark.parametrize(
    ("start", "end", "quarters"),
    [
        ("2020-03-31", "2020-03-31", [1, 0, 0, 0]),
        ("2020-02-29", "2020-02-29", [1, 0, 0, 0]),
        ("2020-03-31", "2020-04-01", [1, 1, 0, 0]),
        ("2019-01-01", None, [1, 1, 1, 1]),
        ("2018-01-01", "2019-12-31", [0, 0, 0, 0]),
        ("2021-01-01", None, [0, 0, 0, 0]),
        ("2020-06-30", "2021-05-01", [0, 1, 1, 1]),
    ],
)
def test_active_is_any_day_in_the_quarter(start: str, end: str | None, quarters: list[int]) -> None:
    assert counts(active, town(provisions=[help_for(1, start, end)])) == quarters


@pytest.mark.parametrize(
    ("start", "end", "quarters"),
    [
        ("2020-03-31", None, [1, 1, 1, 1]),
        ("2020-01-01", "2020-03-31", [0, 0, 0, 0]),
        ("2020-01-01", "2020-04-01", [1, 0, 0, 0]),
        ("2020-02-01", "2020-12-31", [1, 1, 1, 0]),
        ("2020-02-01", "2020-02-01", [0, 0, 0, 0]),
    ],
)
def test_an_end_on_the_last_day_is_not_in_the_closing_stock(
    start: str, end: str | None, quarters: list[int]
) -> None:
    assert counts(stock, town(provisions=[help_for(1, start, end)])) == quarters


def test_a_person_with_two_provisions_counts_once_in_the_whole_and_once_in_each_part() -> None:
    tables = town(provisions=[help_for(1, "2020-01-01", form="zin"), help_for(1, "2020-02-01", form="pgb")])
    assert counts(active, tables) == [1, 1, 1, 1]
    assert counts(active, tables, category="zin") == [1, 1, 1, 1]
    assert counts(active, tables, category="pgb") == [1, 1, 1, 1]


def test_a_person_counts_in_the_wijk_of_the_last_day_of_each_quarter() -> None:
    addresses = [
        {"person": 1, "area": "BU99980101", "start": "2019-01-01", "end": "2020-06-29"},
        {"person": 1, "area": "BU99980201", "start": "2020-06-30", "end": "2020-11-01"},
    ]
    tables = town(provisions=[help_for(1, "2020-01-01")], addresses=addresses)
    assert counts(active, tables, "WK999801") == [1, 0, 0, 0]
    # Left on 1 November: the last known address of the fourth quarter still counts.
    assert counts(active, tables, "WK999802") == [0, 1, 1, 1]


def test_someone_without_a_known_area_counts_in_the_municipality_only() -> None:
    tables = town(
        provisions=[help_for(1, "2020-01-01"), help_for(2, "2020-01-01")],
        addresses=[{"person": 2, "area": "", "start": "2019-01-01"}],
    )
    assert counts(active, tables) == [2, 2, 2, 2]
    assert counts(active, tables, "WK999801") == counts(active, tables, "WK999802") == [0, 0, 0, 0]


@pytest.mark.parametrize("reason", ["20", "37", "38"])
def test_an_administrative_stop_and_restart_is_no_flow(reason: str) -> None:
    rows = [help_for(1, "2019-01-01", "2020-03-31", end_reason=reason), help_for(1, "2020-04-01")]
    assert counts(inflow, town(provisions=rows)) == counts(outflow, town(provisions=rows)) == [0, 0, 0, 0]


def test_an_administrative_end_without_a_restart_is_no_outflow() -> None:
    assert (
        counts(outflow, town(provisions=[help_for(1, "2019-01-01", "2020-05-01", end_reason="38")]))
        == [0] * 4
    )


@pytest.mark.parametrize("reason", ["19", "36"])
@pytest.mark.parametrize(
    # The end is 31 March: 30 June is the first day after 90 whole days without help.
    ("restart", "out", "into"),
    [("2020-06-30", [0, 0, 0, 0], [0, 0, 0, 0]), ("2020-07-01", [1, 0, 0, 0], [0, 0, 1, 0])],
)
def test_a_gap_of_ninety_days_is_no_flow(reason: str, restart: str, out: list[int], into: list[int]) -> None:
    rows = [help_for(1, "2019-01-01", "2020-03-31", end_reason=reason), help_for(1, restart)]
    assert counts(outflow, town(provisions=rows)) == out
    assert counts(inflow, town(provisions=rows)) == into


def test_a_second_provision_is_no_inflow_and_the_first_to_end_no_outflow() -> None:
    rows = [
        help_for(1, "2019-01-01", "2020-05-01", end_reason="19"),
        help_for(1, "2020-02-01", "2020-08-15", end_reason="19"),
    ]
    assert counts(inflow, town(provisions=rows)) == [0, 0, 0, 0]
    assert counts(outflow, town(provisions=rows)) == [0, 0, 1, 0]


def test_a_real_end_after_an_earlier_administrative_one_is_an_outflow() -> None:
    rows = [
        help_for(1, "2019-01-01", "2020-05-01", end_reason="38"),
        help_for(1, "2019-06-01", "2020-08-15", end_reason="19"),
    ]
    assert counts(outflow, town(provisions=rows)) == [0, 0, 1, 0]


def test_age_is_that_of_the_first_day_of_the_quarter() -> None:
    item = indicator(measure=PersonsActive(Selection("provisions", ages=(0, 17))))
    # Born on 1 April and on 2 April 2002: 18 on the first day of the second quarter, and not yet.
    persons = [{"person": 1, "birth_date": "2002-04-01"}, {"person": 2, "birth_date": "2002-04-02"}]
    tables = town(provisions=[help_for(1, "2020-01-01"), help_for(2, "2020-01-01")], persons=persons)
    assert counts(item, tables) == [2, 1, 0, 0]


def test_the_median_of_what_was_decided_in_the_quarter() -> None:
    applications = [
        {"person": n, "law": "wmo", "received": "2020-01-01", "decided": decided}
        for n, decided in enumerate(["2020-01-08", "2020-01-22", "2020-01-29", "2020-02-26", None], start=1)
    ]
    item = indicator(
        measure=Duration(Selection("applications"), "received", "decided", unit="weken"), format="weken"
    )
    figures = compute([item], town(applications=applications), Q, AREAS[:4])
    whole = figures[figures["area"] == "GM9998"]
    # 7, 21, 28 and 56 days: the middle is 24,5 days.
    assert whole["value"].tolist()[0] == 3.5
    assert whole["base"].tolist() == [4, 0, 0, 0]
    assert whole["status"].tolist() == ["definitief", "ontbreekt", "ontbreekt", "ontbreekt"]


def test_help_that_was_allocated_afterwards_says_nothing_about_waiting() -> None:
    rows = [
        help_for(1, "2020-02-10", assigned="2020-02-01"),
        help_for(2, "2020-02-10", assigned="2020-02-10"),
        help_for(3, "2020-02-10", assigned="2020-03-01"),
    ]
    item = indicator(
        measure=Duration(ALL, "assigned", "start"), format="dagen", unit="dagen", levels=("gemeente",)
    )
    first = compute([item], town(provisions=rows), Q, AREAS).iloc[0]
    assert (first["value"], first["base"]) == (4.5, 2)


def test_waiting_counts_only_the_help_with_which_a_person_begins() -> None:
    rows = [
        help_for(1, "2020-02-10", assigned="2020-02-01"),
        help_for(1, "2020-03-10", assigned="2020-03-09"),
    ]
    measure = Duration(Selection("provisions", new_only=True), "assigned", "start")
    item = indicator(measure=measure, format="dagen", unit="dagen", levels=("gemeente",))
    first = compute([item], town(provisions=rows), Q, AREAS).iloc[0]
    assert (first["value"], first["base"]) == (9, 1)


def test_exactly_the_term_is_within_it_and_a_share_of_nothing_is_impossible() -> None:
    applications = [
        {"person": 1, "law": "wmo", "received": "2020-01-01", "decided": "2020-02-26"},
        {"person": 2, "law": "wmo", "received": "2020-01-01", "decided": "2020-02-27"},
    ]
    measure = ShareWithin(Selection("applications"), "received", "decided", days=56)
    item = indicator(measure=measure, format="procent", scale=100, unit="procent", levels=("gemeente",))
    figures = compute([item], town(applications=applications), Q, AREAS)
    assert figures["value"].tolist()[0] == 50
    assert figures["status"].tolist() == ["definitief", "onmogelijk", "onmogelijk", "onmogelijk"]


def test_amounts_are_summed_to_the_cent_by_quarter_of_service() -> None:
    lines = [
        (1, "2020-03-31", 10_01),
        (1, "2020-01-01", 2),
        (2, "2020-03-01", -5_00),
        (2, "2020-04-01", 7_00),
    ]
    declarations = [
        {
            "person": person,
            "law": "wmo",
            "category": "01",
            "service_start": day,
            "received": "2020-12-01",
            "amount": cents,
        }
        for person, day, cents in lines
    ]
    item = indicator(
        measure=Amount(Selection("declarations")), format="euro", unit="euro", levels=("gemeente",)
    )
    figures = compute([item], town(declarations=declarations), Q, AREAS)
    assert figures["numerator"].tolist() == [5.03, 7.0, 0.0, 0.0]
    assert figures["base"].tolist() == [2, 1, 0, 0]


def test_a_budget_lacks_a_figure_when_one_of_its_taakvelden_is_missing() -> None:
    lines = [("6.72", 1, 100.0, 20.0), ("6.82", 1, 50.0, 10.0), ("6.72", 2, 100.0, 45.0)]
    rows = [
        {
            "taakveld": code,
            "quarter": Quarter(2020, number).index,
            "side": "lasten",
            "budget": budget,
            "realised": real,
        }
        for code, number, budget, real in lines
    ]
    measure = Budget(codes_of_groups("jeugd", "zorg_18_min"), side="lasten", what="use")
    item = indicator(
        measure=measure, moment="jaar", format="procent", scale=100, unit="procent", levels=("gemeente",)
    )
    figures = compute([item], town(budget=rows), Q, AREAS)
    assert figures["value"].tolist()[0] == 20
    assert figures["status"].tolist()[1:] == ["ontbreekt"] * 3


def test_a_budget_follows_the_codes_of_its_year() -> None:
    quarters = (Quarter(2022, 4), Quarter(2023, 1))
    lines = [("6.72", 0, 5.0), ("6.72", 1, 7.0), ("6.72a", 0, 11.0), ("6.72a", 1, 13.0)]
    rows = [
        {
            "taakveld": code,
            "quarter": quarters[which].index,
            "side": "lasten",
            "budget": 100.0,
            "realised": real,
        }
        for code, which, real in lines
    ]
    measure = Budget(codes_of_groups("jeugd"), side="lasten")
    item = indicator(measure=measure, moment="jaar", format="euro", unit="euro", levels=("gemeente",))
    assert compute([item], town(budget=rows), quarters, AREAS)["value"].tolist() == [5, 20]


def test_a_table_that_was_not_delivered_is_unknown_and_not_zero() -> None:
    figures = compute([active], town(population=everybody()), Q, AREAS)
    assert set(figures["status"]) == {"ontbreekt"}
    assert figures[["numerator", "value", "base"]].isna().all().all()


def test_the_newest_quarters_are_marked() -> None:
    item = indicator(measure=PersonsActive(ALL), provisional=3, incomplete=1, levels=("gemeente",))
    figures = compute([item], town(provisions=[help_for(1, "2020-01-01")]), Q, AREAS)
    assert figures["status"].tolist() == ["definitief", "voorlopig", "voorlopig", "onvolledig"]


def test_a_rate_is_divided_by_the_inhabitants_of_its_own_area() -> None:
    item = indicator(
        measure=PersonsActive(ALL),
        per=Inhabitants(),
        format="per_1000",
        scale=1000,
        unit="per 1.000 inwoners",
    )
    tables = town(
        provisions=[help_for(1, "2020-01-01")],
        addresses=[{"person": 1, "area": "BU99980101", "start": "2019-01-01"}],
        population=everybody(25),
    )
    figures = compute([item], tables, Q[:1], AREAS).set_index("area")
    # Eight age groups of 25 in each of three buurten.
    assert figures["denominator"].to_dict() == {
        "GM9998": 600,
        "WK999801": 400,
        "WK999802": 200,
        "BU99980101": 200,
        "BU99980102": 200,
        "BU99980201": 200,
    }
    assert figures.loc["WK999801", "value"] == 2.5
    assert figures.loc["WK999802", "value"] == 0


def test_age_groups_that_do_not_fit_are_refused() -> None:
    item = indicator(measure=PersonsActive(ALL), per=Inhabitants(0, 13))
    with pytest.raises(DeliveryError, match="leeftijdsgroepen die passen bij 0 tot en met 13 jaar"):
        compute([item], town(provisions=[help_for(1, "2020-01-01")], population=everybody()), Q, AREAS)


def test_there_must_be_one_municipality() -> None:
    with pytest.raises(ParameterError, match="precies één gemeente, gevonden: 0"):
        compute([active], Tables.empty(), Q, AREAS[:3])


def test_every_combination_has_one_row_and_only_quarters_asked_for() -> None:
    quarters = (Quarter(2020, 4), Quarter(2020, 1))
    figures = compute([active], town(provisions=[help_for(1, "2020-01-01")]), quarters, AREAS)
    # One municipality, two wijken, three buurten and two categories.
    assert len(figures) == 2 * (1 + 2 + 3 + 2)
    assert not figures.duplicated(["period", "area", "dimension", "category"]).any()
    assert list(figures["period"][:2]) == ["2020Q1", "2020Q4"]
    assert (figures["unit"] == "inwoners").all()
    assert (figures["method"] == "personen_actief/1").all()


def test_no_quarters_and_no_indicators_give_an_empty_frame() -> None:
    for figures in (compute([], Tables.empty(), Q, AREAS), compute([active], Tables.empty(), (), AREAS)):
        assert figures.empty
        assert list(figures.columns) == list(COLUMNS)
