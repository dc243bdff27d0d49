"""The engine and a plain row-by-row count agree exactly on random towns: every kind, and the catalogue."""

from __future__ import annotations

import math

from hypothesis import HealthCheck, given, settings

from socdom.indicators import catalogue
from socdom.measures.compute import compute
from socdom.measures.denominators import Households, Inhabitants
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Amount
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.flows import Inflow, Outflow
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.population import Population
from socdom.measures.kinds.share import Share, ShareWithin
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.oracle import Oracle
from tests.lib.towns import AREAS, QUARTERS, towns

WMO = Selection("provisions", {"law": "wmo"})
YOUTH = Selection("provisions", {"law": "jeugd"})
ALL = Selection("provisions")
PART = {"scale": 100, "format": "procent", "unit": "procent"}
STAND = {"moment": "stand"}

KINDS = (
    indicator(measure=PersonsActive(ALL), group_by=("vorm", "leeftijd", "soort_wmo"), per=Inhabitants()),
    indicator(
        measure=PersonsActive(Selection("provisions", {"law": "jeugd"}, ages=(0, 17))),
        per=Inhabitants(0, 17),
        group_by=("leeftijd_jeugd", "verwijzer"),
    ),
    indicator(measure=Stock(ALL), group_by=("vorm", "leeftijd"), **STAND),
    indicator(measure=Stock(ALL, of="rows"), group_by=("vorm",), **STAND),
    indicator(measure=Stock(Selection("benefits"), of="households"), per=Households(), **STAND),
    indicator(measure=Inflow(ALL), group_by=("vorm", "leeftijd", "soort_jeugd")),
    indicator(measure=Inflow(WMO, gap_days=0)),
    indicator(measure=Inflow(Selection("benefits"), of="households", gap_days=28)),
    indicator(measure=Outflow(ALL), group_by=("vorm", "leeftijd")),
    indicator(measure=Outflow(Selection("benefits"), of="households", reasons=("werk",))),
    indicator(measure=Duration(Selection("applications"), "received", "decided", unit="weken")),
    indicator(
        measure=Duration(Selection("provisions", {"law": "jeugd"}, new_only=True), "assigned", "start"),
        group_by=("soort_jeugd", "leeftijd_jeugd"),
    ),
    indicator(measure=ShareWithin(Selection("applications"), "received", "decided", 56), **PART),
    indicator(
        measure=Share(Selection("provisions", {"law": "jeugd"}, new_only=True), {"referrer": ("02", "03")}),
        group_by=("soort_jeugd",),
        **PART,
    ),
    indicator(measure=Amount(Selection("declarations")), group_by=("soort_jeugdzorg", "leeftijd")),
    indicator(measure=Amount(Selection("declarations"), by="received_quarter"), per=Inhabitants()),
    indicator(measure=Population(65, 200), **STAND),
)
OWN = [item for item in catalogue().values() if not item.external_series]


def agree(item: Indicator, tables: Tables, oracle: Oracle) -> None:
    """Every cell is there once, and the same."""
    figures = compute([item], tables, QUARTERS, AREAS)
    expected = oracle.cells(item, QUARTERS)
    keys = list(
        zip(figures["period"], figures["area"], figures["dimension"], figures["category"], strict=True)
    )
    assert len(keys) == len(set(keys))
    assert set(keys) == set(expected)
    for key, row in zip(keys, figures.to_dict("records"), strict=True):
        found = expected[key]
        for name in ("numerator", "denominator", "value", "base"):
            assert same(row[name], getattr(found, name)), (item.id, key, name, row, found)


def same(left: float, right: float) -> bool:
    return (math.isnan(left) and math.isnan(right)) or math.isclose(left, right, rel_tol=1e-12)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables=towns())
def test_every_kind_agrees_with_the_plain_count(tables: Tables) -> None:
    oracle = Oracle(tables, AREAS)
    for item in KINDS:
        agree(item, tables, oracle)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables=towns(with_budget=True))
def test_the_whole_catalogue_agrees_with_the_plain_count(tables: Tables) -> None:
    oracle = Oracle(tables, AREAS)
    for item in OWN:
        agree(item, tables, oracle)
