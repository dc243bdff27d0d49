"""What must always hold, whatever the town."""

from __future__ import annotations

from dataclasses import fields, replace

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdom.indicators import catalogue
from socdom.measures.compute import compute
from socdom.measures.kinds.flows import Inflow, Outflow
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS, QUARTERS, frame, towns

FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LONG = tuple(quarter_range(Quarter(2019, 1), Quarter(2021, 4)))


def series(figures: pd.DataFrame, name: str) -> list[float]:
    """Numerators of the municipality, quarter by quarter."""
    whole = figures[
        (figures["indicator"] == name) & (figures["area"] == "GM9998") & (figures["dimension"] == "")
    ]
    return whole["numerator"].tolist()


@FEW
@given(
    towns().filter(lambda tables: len(tables.provisions) and len(tables.benefits)),
    st.sampled_from((0, 30, 90, 120)),
    st.sampled_from((("provisions", "persons"), ("benefits", "households"))),
)
def test_opening_stock_plus_inflow_minus_outflow_is_closing_stock(
    tables: Tables, gap_days: int, counted: tuple[str, str]
) -> None:
    selection, of = Selection(counted[0]), counted[1]
    items = [
        indicator(id="stand", measure=Stock(selection, of=of, gap_days=gap_days), moment="stand"),
        indicator(id="erbij", measure=Inflow(selection, of=of, gap_days=gap_days)),
        indicator(id="eraf", measure=Outflow(selection, of=of, gap_days=gap_days)),
    ]
    figures = compute(items, tables, LONG, AREAS)
    stock, joined, left = (series(figures, name) for name in ("stand", "erbij", "eraf"))
    for before, after, plus, minus in zip(stock, stock[1:], joined[1:], left[1:], strict=False):
        assert before + plus - minus == after


@FEW
@given(towns().filter(lambda tables: len(tables.provisions)), st.sampled_from(("gemeente", "wijk", "buurt")))
def test_one_person_more_never_lowers_a_count(tables: Tables, level: str) -> None:
    newcomer = frame(
        "provisions",
        [
            {
                "person": 99,
                "law": "wmo",
                "category": "01",
                "form": "zin",
                "start": "2020-02-01",
                "end": "2020-08-15",
            }
        ],
    )
    home = frame("addresses", [{"person": 99, "area": "BU99980101", "start": "2018-01-01"}])
    more = replace(
        tables,
        provisions=pd.concat([tables.provisions, newcomer], ignore_index=True),
        addresses=pd.concat([tables.addresses, home], ignore_index=True),
    )
    selection = Selection("provisions")
    items = [
        indicator(id="actief", measure=PersonsActive(selection), group_by=("vorm",)),
        indicator(id="stand", measure=Stock(selection), moment="stand"),
        indicator(id="erbij", measure=Inflow(selection)),
        indicator(id="eraf", measure=Outflow(selection)),
    ]
    before, after = (compute(items, town, QUARTERS, AREAS)["numerator"] for town in (tables, more))
    assert (after >= before).all()
    assert after.sum() > before.sum()


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(towns(with_budget=True), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(tables: Tables, random: st.random) -> None:
    shuffled = {}
    for field in fields(tables):
        table = getattr(tables, field.name)
        order = list(range(len(table)))
        random.shuffle(order)
        shuffled[field.name] = table.iloc[order]
    own = [item for item in catalogue().values() if not item.external_series]
    pd.testing.assert_frame_equal(
        compute(own, tables, QUARTERS, AREAS), compute(own, Tables(**shuffled), QUARTERS, AREAS)
    )


@FEW
@given(towns().filter(lambda tables: len(tables.provisions)))
def test_parts_hold_at_least_the_whole_and_no_part_more_than_it(tables: Tables) -> None:
    item = indicator(measure=PersonsActive(Selection("provisions")), group_by=("vorm", "leeftijd"))
    figures = compute([item], tables, QUARTERS, AREAS)
    whole = series(figures, item.id)
    for name in item.group_by:
        parts = figures[figures["dimension"] == name].pivot_table(
            index="period", columns="category", values="numerator"
        )
        assert (parts.sum(axis=1).to_numpy() >= whole).all()
        assert (parts.max(axis=1).to_numpy() <= whole).all()
