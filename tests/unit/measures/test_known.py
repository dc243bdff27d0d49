"""What was not registered yet is unknown: expectations by hand."""

from __future__ import annotations

import pandas as pd

from socdom.measures.compute import compute
from socdom.measures.kinds.overlap import Overlap
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.prices import AmountChange
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.known import unknown_before
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS, QUARTERS, town

HELP = {"person": 1, "category": "01", "form": "zin", "start": "2019-01-01"}
SPELL = {"person": 1, "household": 1, "start": "2019-01-01"}
TABLES = town(
    provisions=[HELP | {"law": "wmo"}, HELP | {"law": "jeugd", "category": "45"}],
    benefits=[SPELL],
    debt_trajectories=[SPELL | {"registered": "2019-01-01"}],
    persons=[{"person": 1, "household": 1, "birth_date": "2000-01-01"}],
)


def known(measure: object, starts: dict[tuple[str, str], Quarter], **changes: object) -> list[bool]:
    """Per period from 2019Q4 (or year) whether the municipality has a figure."""
    item = indicator(measure=measure, levels=("gemeente",), **changes)
    figures = unknown_before(compute([item], TABLES, QUARTERS, AREAS), [item], starts)
    empty = figures[["numerator", "value", "base"]].isna().all(axis=1)
    assert (empty == figures["status"].eq("ontbreekt")).all()
    return (~empty).tolist()


WMO = PersonsActive(Selection("provisions", {"law": "wmo"}))
START = Quarter(2020, 2)


def test_only_periods_before_the_start_of_what_is_needed_are_unknown() -> None:
    assert known(WMO, {}) == [True] * 5
    assert known(WMO, {("provisions", "wmo"): START}) == [False, False, True, True, True]
    assert known(WMO, {("provisions", "jeugd"): START}) == [True] * 5
    assert known(PersonsActive(Selection("provisions")), {("provisions", "jeugd"): START})[:2] == [
        False,
        False,
    ]
    assert known(WMO, {("benefits", ""): START}) == [True] * 5


def test_overlap_needs_every_law() -> None:
    for start in (("provisions", "jeugd"), ("benefits", ""), ("debt_trajectories", "")):
        assert known(Overlap(), {start: START}) == [False, False, True, True, True]
    assert known(Overlap(), {("debt_signals", ""): START}) == [True] * 5


def test_a_year_that_began_before_is_unknown() -> None:
    assert known(WMO, {("provisions", "wmo"): START}, every="jaar") == [False]
    assert known(WMO, {("provisions", "wmo"): Quarter(2020, 1)}, every="jaar") == [True]


def test_other_indicators_stay_as_they_are() -> None:
    item = indicator(measure=WMO, levels=("gemeente",))
    figures = compute([item], TABLES, QUARTERS, AREAS)
    pd.testing.assert_frame_equal(unknown_before(figures, [item], {}), figures)


def test_who_looks_back_is_unknown_until_enough_is_registered() -> None:
    """Before the registration there seem to be no costs, and nobody to come back: that would look like a figure."""
    line = {
        "person": 1,
        "law": "wmo",
        "category": "02",
        "provider": "A",
        "volume": 1,
        "unit": "04",
        "amount": 100,
    }
    tables = town(
        declarations=[line | {"service_start": "2020-02-01", "received": "2020-03-01"}],
        provisions=[HELP | {"law": "wmo"}],
    )
    quarters = tuple(quarter_range(Quarter(2017, 1), Quarter(2020, 4)))

    def first(measure: object, start: Quarter, **changes: object) -> str:
        item = indicator(measure=measure, levels=("gemeente",), **changes)
        starts = {("declarations", ""): start, ("provisions", "wmo"): start}
        figures = unknown_before(compute([item], tables, quarters, AREAS), [item], starts)
        return figures.loc[figures["status"].ne("ontbreekt"), "period"].min()

    change = AmountChange(Selection("declarations"))
    assert first(change, Quarter(2018, 2), format="euro") == "2019Q2"
    assert first(change, Quarter(2018, 1), format="euro", every="jaar") == "2019"
    assert first(change, Quarter(2018, 2), format="euro", every="jaar") == "2020"
    wmo = Selection("provisions", {"law": "wmo"})
    # From 1 April 2018: 365 days on is 1 April 2019, 366 the day after, 90 is 30 June.
    assert first(Reentry(wmo), Quarter(2018, 2)) == "2019Q2"
    assert first(Reentry(wmo, within_days=366), Quarter(2018, 2)) == "2019Q3"
    assert first(Reentry(wmo, gap_days=28, within_days=90), Quarter(2018, 2)) == "2018Q3"
