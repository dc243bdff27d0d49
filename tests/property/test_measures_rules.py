"""What must always hold when a town changes a little: one person more, a provision cut in two, rows shuffled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from socdom.indicators import catalogue
from socdom.measures.compute import compute
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.budget import Budget
from socdom.measures.kinds.flows import Inflow, Outflow
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.population import Population
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.kinds import COUNTS, KINDS, yearly
from tests.lib.towns import (
    AREAS,
    QUARTERS,
    TWO_YEARS,
    addresses,
    applications,
    benefits,
    debt_signals,
    debt_trajectories,
    frame,
    provisions,
    reintegrations,
    towns,
)

_ANY = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
FEW = settings(max_examples=8, deadline=None, suppress_health_check=_ANY)
LONG = tuple(quarter_range(Quarter(2019, 1), Quarter(2021, 4)))
KEYS = ["indicator", "period", "area", "dimension", "category"]
NEWCOMER = 99
_OF_A_PERSON = {
    "provisions": provisions,
    "applications": applications,
    "benefits": benefits,
    "debt_trajectories": debt_trajectories,
    "reintegrations": reintegrations,
    "debt_signals": debt_signals,
}
# A row twice is one person, but two rows.
_ROW_COUNTS = ("stand_rijen", "signalen", "open")
PERSON_COUNTS = tuple(item for item in COUNTS if item.id not in _ROW_COUNTS)


def numerators(items: Sequence[Indicator], tables: Tables, quarters: Sequence[Quarter]) -> pd.Series:
    """By indicator, period, area, dimension and category."""
    return compute(items, tables, quarters, AREAS).set_index(KEYS)["numerator"]


def series(found: pd.Series, name: str) -> list[float]:
    """Of the municipality as a whole, period by period."""
    return found.xs((name, "GM9998", "", ""), level=("indicator", "area", "dimension", "category")).tolist()


def with_rows(tables: Tables, **rows: list[dict[str, Any]]) -> Tables:
    """The same town with some rows more."""
    return replace(
        tables,
        **{
            name: pd.concat([getattr(tables, name), frame(name, more)], ignore_index=True)
            for name, more in rows.items()
        },
    )


@st.composite
def newcomers(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """A person in a household of its own, with some of everything."""
    rows = {name: draw(st.lists(strategy(1), max_size=3)) for name, strategy in _OF_A_PERSON.items()}
    mine = {name: [_theirs(row) for row in found] for name, found in rows.items()}
    return mine | {
        "persons": [{"person": NEWCOMER, "household": NEWCOMER, "birth_date": "1990-02-28"}],
        "addresses": [row | {"person": NEWCOMER} for row in draw(addresses(1))],
    }


def _theirs(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"person": NEWCOMER} | ({"household": NEWCOMER} if "household" in row else {})


@FEW
@given(towns(), newcomers(), st.sampled_from(("kwartaal", "jaar")))
def test_one_person_more_never_lowers_a_count(
    tables: Tables, rows: dict[str, list[dict[str, Any]]], every: str
) -> None:
    items = COUNTS if every == "kwartaal" else yearly(COUNTS)
    before = numerators(items, tables, TWO_YEARS)
    after = numerators(items, with_rows(tables, **rows), TWO_YEARS)
    known = before.notna()
    assert (after[known] >= before[known]).all()


@FEW
@given(towns().filter(lambda tables: len(tables.provisions)))
def test_a_person_with_help_raises_the_counts_of_the_municipality(tables: Tables) -> None:
    spell = {"person": NEWCOMER, "law": "wmo", "category": "01", "form": "zin", "start": "2020-02-01"}
    more = with_rows(tables, provisions=[spell | {"end": "2020-08-15"}])
    items = [item for item in COUNTS if item.id in ("actief", "stand", "stand_rijen", "erbij", "eraf")]
    before, after = (numerators(items, town, QUARTERS) for town in (tables, more))
    for name, added in {
        "actief": [0, 1, 1, 1, 0],
        "stand": [0, 1, 1, 0, 0],
        "stand_rijen": [0, 1, 1, 0, 0],
        "erbij": [0, 1, 0, 0, 0],
        "eraf": [0, 0, 0, 1, 0],
    }.items():
        assert [b - a for a, b in zip(series(before, name), series(after, name), strict=True)] == added


@FEW
@given(towns(), st.data())
def test_a_provision_cut_in_two_that_adjoin_changes_no_count_of_persons(
    tables: Tables, data: st.DataObject
) -> None:
    """Except that of a stock without a gap when the cut is at the end of a period.

    Then the first part ends on the last day, so it is not in the closing stock, and the second part has not begun.
    A stock with a gap (also of 0 days) sees the episode, and has no such hole.
    """
    table = tables.provisions
    long = table[(table["end"] > table["start"]) & table["end"].notna()]
    assume(len(long))
    row = data.draw(st.sampled_from(long.index.tolist()))
    start, end = table.loc[row, "start"], table.loc[row, "end"]
    cut = start + timedelta(days=data.draw(st.integers(0, (end - start).days - 1)))
    first = data.draw(st.sampled_from(("19", "20", "36", "37")))
    cut_in_two = pd.concat([table.drop(index=row), table.loc[[row]], table.loc[[row]]], ignore_index=True)
    cut_in_two.loc[len(table) - 1, ["end", "end_reason"]] = [cut, first]
    cut_in_two.loc[len(table), "start"] = cut + timedelta(days=1)
    at_the_end = cut in [pd.Timestamp(quarter.end) for quarter in TWO_YEARS]
    kept = tuple(item for item in PERSON_COUNTS if not (at_the_end and item.id == "stand"))
    items = data.draw(st.sampled_from((kept, yearly(kept))))
    pd.testing.assert_series_equal(
        numerators(items, replace(tables, provisions=cut_in_two), TWO_YEARS),
        numerators(items, tables, TWO_YEARS),
    )


@settings(FEW, max_examples=5)
@given(towns(with_budget=True), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(tables: Tables, random: Any) -> None:
    shuffled = {}
    for field in fields(tables):
        table = getattr(tables, field.name)
        order = list(range(len(table)))
        random.shuffle(order)
        shuffled[field.name] = table.iloc[order]
    own = tuple(item for item in catalogue().values() if isinstance(item.measure, Budget | Population))
    pd.testing.assert_frame_equal(
        compute(KINDS + own, tables, QUARTERS, AREAS),
        compute(KINDS + own, Tables(**shuffled), QUARTERS, AREAS),
    )


@settings(FEW, max_examples=5)
@given(towns(), st.sampled_from((PERSON_COUNTS, yearly(PERSON_COUNTS))))
def test_a_row_that_is_delivered_twice_is_no_person_more(
    tables: Tables, items: tuple[Indicator, ...]
) -> None:
    twice = {
        name: pd.concat([getattr(tables, name)] * 2, ignore_index=True)
        for name in (*_OF_A_PERSON, "declarations")
    }
    pd.testing.assert_series_equal(
        numerators(items, replace(tables, **twice), TWO_YEARS), numerators(items, tables, TWO_YEARS)
    )


@pytest.mark.parametrize("every", ["kwartaal", "jaar"])
@FEW
@given(
    towns().filter(lambda tables: len(tables.provisions) and len(tables.benefits)),
    st.sampled_from((0, 30, 90, 120)),
    st.sampled_from((("provisions", "persons"), ("benefits", "households"))),
)
def test_opening_stock_plus_inflow_minus_outflow_is_closing_stock(
    every: str, tables: Tables, gap_days: int, counted: tuple[str, str]
) -> None:
    selection, of = Selection(counted[0]), counted[1]
    items = [
        indicator(
            id="stand", measure=Stock(selection, of=of, gap_days=gap_days), moment="stand", every=every
        ),
        indicator(id="erbij", measure=Inflow(selection, of=of, gap_days=gap_days), every=every),
        indicator(id="eraf", measure=Outflow(selection, of=of, gap_days=gap_days), every=every),
    ]
    found = numerators(items, tables, LONG)
    stock, joined, left = (series(found, name) for name in ("stand", "erbij", "eraf"))
    assert len(stock) == {"kwartaal": 12, "jaar": 3}[every]
    for before, after, plus, minus in zip(stock, stock[1:], joined[1:], left[1:], strict=False):
        assert before + plus - minus == after


@FEW
@given(towns().filter(lambda tables: len(tables.provisions)))
def test_parts_hold_at_least_the_whole_and_no_part_more_than_it(tables: Tables) -> None:
    item = indicator(measure=PersonsActive(Selection("provisions")), group_by=("vorm", "leeftijd"))
    figures = compute([item], tables, QUARTERS, AREAS)
    whole = figures.query("area == 'GM9998' and dimension == ''")["numerator"].to_numpy()
    for name in item.group_by:
        parts = figures[figures["dimension"] == name].pivot_table(
            index="period", columns="category", values="numerator"
        )
        assert (parts.sum(axis=1).to_numpy() >= whole).all()
        assert (parts.max(axis=1).to_numpy() <= whole).all()
