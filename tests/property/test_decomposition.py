"""The parts of a change add up to it, for every kind of measure and on any town."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from socdom.measures.arranged import Arranged
from socdom.measures.compute import compute
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Amount
from socdom.measures.kinds.prices import AmountChange
from socdom.measures.kinds.rows import RowKind
from socdom.narrative.counting import known_kinds
from socdom.tables import Tables
from socdom.workbench.decomposition.divide import REST, Change, divide
from socdom.workbench.decomposition.flows import flows
from socdom.workbench.decomposition.groupings import groupings
from socdom.workbench.decomposition.items import Items, items_of
from socdom.workbench.decomposition.parts import Split
from socdom.workbench.decomposition.prices import client_volume_price
from socdom.workbench.decomposition.ways import _WAYS, way_of
from tests.lib.crowd import crowd
from tests.lib.kinds import KINDS, yearly
from tests.lib.towns import AREAS, TWO_YEARS, towns

FEW = settings(
    max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
OWN = tuple(
    item
    for item in KINDS
    if isinstance(item.measure, RowKind) and way_of(item.measure).road != "gepubliceerd"
)
ONE_OF_EACH_KIND = tuple({type(item.measure): item for item in OWN}.values())
# Of the crowd no inhabitants are known.
WITHOUT_INHABITANTS = tuple(item for item in OWN if item.per is None)[::3]
WIJKEN = {area.code: area.name for area in AREAS if area.level == "wijk"}
CHECKED = [area for area in AREAS if area.code in ("GM9998", "WK999801")]


def whole(item: Indicator, tables: Tables, two: tuple[str, str]) -> Items:
    return items_of(item, measured(item), tables, TWO_YEARS, AREAS, two)


def measured(item: Indicator) -> RowKind:
    """What is counted; of a change of amounts the amounts."""
    measure = item.measure
    return Amount(measure.selection, measure.by) if isinstance(measure, AmountChange) else measure


def splits(item: Indicator, everywhere: Items, area_code: str, least: int) -> list[Split]:
    measure = measured(item)
    area = next(area for area in AREAS if area.code == area_code)
    items = everywhere.within(area)
    change = Change(item, measure, area, items, least)
    way = way_of(item.measure)
    found = [divide(change, one, way.road) for one in groupings(item, measure, area, WIJKEN)]
    if way.flows:
        balance = flows(everywhere, area, measure, least)
        assert balance is None or balance.balances
    if way.prices and item.per is None:
        found.append(client_volume_price(items, measure, least))
    return found


def assert_add_up(items: Sequence[Indicator], tables: Tables, two: tuple[str, str], least: int) -> None:
    arranged = Arranged.of(tables)
    figures = compute(items, arranged, TWO_YEARS, AREAS)
    values = figures[figures["dimension"] == ""].set_index(["indicator", "area", "period"])["value"].to_dict()
    for item in items:
        everywhere = whole(item, arranged, two)
        for area in CHECKED:
            before, now = (values.get((item.id, area.code, period), math.nan) for period in two)
            change = now if isinstance(item.measure, AmountChange) else now - before
            if math.isnan(change):
                continue
            for split in splits(item, everywhere, area.code, least):
                at = (item.id, area.code, split.name, split.parts)
                assert math.isclose(split.change, change, rel_tol=1e-9, abs_tol=1e-6), at
                assert math.isclose(sum(p.change for p in split.parts), change, rel_tol=1e-9, abs_tol=1e-6), (
                    at
                )


@FEW
@given(tables=towns())
def test_parts_of_every_kind_add_up_to_what_the_engine_says(tables: Tables) -> None:
    assert_add_up(OWN[::2], tables, ("2019Q4", "2020Q4"), least=1)


@pytest.mark.long
@settings(FEW, max_examples=100)
@given(tables=towns())
def test_parts_add_up_on_many_towns(tables: Tables) -> None:
    assert_add_up(OWN, tables, ("2019Q4", "2020Q4"), least=2)


@settings(FEW, max_examples=1)
@given(tables=towns())
def test_parts_of_years_add_up(tables: Tables) -> None:
    assert_add_up(yearly(OWN)[::2], tables, ("2019", "2020"), least=3)


def test_parts_add_up_when_small_groups_are_gathered() -> None:
    assert_add_up(ONE_OF_EACH_KIND, crowd(60), ("2019Q4", "2020Q4"), least=8)


def test_nothing_changes_when_a_period_is_held_against_itself() -> None:
    tables = Arranged.of(crowd(60))
    for item in WITHOUT_INHABITANTS:
        everywhere = whole(item, tables, ("2020Q2", "2020Q2"))
        if everywhere.table.empty:  # of debts the crowd has none
            continue
        for split in splits(item, everywhere, "GM9998", 1):
            assert all(abs(part.change) < 1e-9 for part in split.parts), (item.id, split.name)


def test_the_order_of_the_rows_does_not_matter() -> None:
    tables = crowd(60)
    turned = dataclasses.replace(
        tables, provisions=_turned(tables.provisions), declarations=_turned(tables.declarations)
    )
    both = [Arranged.of(some) for some in (tables, turned)]
    for item in WITHOUT_INHABITANTS:
        everywhere = [whole(item, some, ("2019Q4", "2020Q4")) for some in both]
        if everywhere[0].table.empty:
            continue
        one, other = (splits(item, some, "GM9998", 1) for some in everywhere)
        for left, right in zip(one, other, strict=True):
            assert _by_label(left) == pytest.approx(_by_label(right)), (item.id, left.name)


def _by_label(split: Split) -> dict[str, float]:
    return {part.label: part.change for part in split.parts}


def _turned(table: pd.DataFrame) -> pd.DataFrame:
    return table.iloc[::-1].reset_index(drop=True)


def test_every_kind_has_an_answer_or_says_why_not() -> None:
    assert {kind.__name__ for kind in _WAYS} == known_kinds()
    for way in _WAYS.values():
        assert bool(way.reason) == (way.road == "gepubliceerd")


def test_no_group_of_a_few_persons_is_told() -> None:
    tables = Arranged.of(crowd(60))
    for item in WITHOUT_INHABITANTS:
        everywhere = whole(item, tables, ("2019Q4", "2020Q4"))
        if everywhere.table.empty:
            continue
        for split in splits(item, everywhere, "GM9998", 8):
            groups = [part for part in split.parts if part.label != REST]
            if split.form == "aantal" and split.behind == "Aantal" and len(groups) > 1:
                told = [n for part in groups if part.group for n in (part.before, part.now) if n]
                assert all(number >= 8 for number in told), (item.id, split)
