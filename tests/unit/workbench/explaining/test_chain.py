"""The steps of every kind end in the figure of the engine, and in that of the plain count."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from socdom.indicators import catalogue
from socdom.measures.arranged import Arranged
from socdom.measures.compute import compute
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.rows import RowKind
from socdom.narrative.counting import known_kinds
from socdom.oracle import Oracle
from socdom.quarters import Quarter
from socdom.tables import Tables
from socdom.workbench.explaining.chain import Question
from socdom.workbench.explaining.outcome import ChainError, outcome_of, require_equal
from socdom.workbench.explaining.totals import total_of
from tests.lib.crowd import crowd
from tests.lib.kinds import KINDS, yearly
from tests.lib.towns import AREAS, QUARTERS, TWO_YEARS, everybody, town

TOWN = crowd(40)
ARRANGED = Arranged.of(TOWN)
BY_CODE = {area.code: area for area in AREAS}


def question(
    item: Indicator, row: dict[str, Any], tables: Tables = TOWN, quarters: Any = TWO_YEARS
) -> Question:
    arranged = ARRANGED if tables is TOWN else Arranged.of(tables)
    key = (row["period"], BY_CODE[row["area"]], row["dimension"], row["category"])
    return Question(item, *key, arranged, tables, AREAS, tuple(quarters), "15 februari 2021")


def own() -> list[Indicator]:
    """Every kind in awkward settings, the same over years, and all of the catalogue that counts rows."""
    items = [*KINDS, *yearly(KINDS), *catalogue().values()]
    return [item for item in items if isinstance(item.measure, RowKind)]


def test_every_kind_is_among_them() -> None:
    assert {type(item.measure).__name__ for item in own()} == known_kinds() - {
        "Budget",
        "External",
        "Population",
    }


@pytest.mark.parametrize("part", range(2))
def test_the_steps_of_every_kind_end_in_the_figure_of_the_engine(part: int) -> None:
    """Two figures of each: of other places, periods and groups for every next one."""
    for number, item in enumerate(own()[part::2]):
        figures = compute([item], ARRANGED, TWO_YEARS, AREAS)
        known = figures[figures["base"].notna()].to_dict("records")
        for row in (known[7 * number % len(known)], known[-1 - 5 * number % len(known)]) if known else ():
            found = outcome_of(question(item, row))
            require_equal(found, row, item.id)
            counts = [step.count for step in found.chain.steps]
            assert counts == sorted(counts, reverse=True), (item.id, row, counts)
            assert all(step.text and step.of for step in found.chain.steps)


def test_the_steps_end_in_the_plain_count() -> None:
    oracle = Oracle(TOWN, AREAS)
    newest = TWO_YEARS[-4:]
    wanted = {"actief", "stand", "erbij", "eraf", "open", "wetten", "signalen_huishoudens", "bedrag"}
    items = [item for item in KINDS if item.id in wanted]
    assert len(items) == len(wanted)
    for item in items:
        cells = oracle.cells(replace(item, group_by=()), newest)
        for (period, area, dimension, category), cell in cells.items():
            row = {"period": period, "area": area, "dimension": dimension, "category": category}
            found = outcome_of(question(item, row, quarters=newest))
            assert found.numerator == pytest.approx(cell.numerator), (item.id, row)
            assert found.base == cell.base


def test_a_count_by_hand() -> None:
    """Four rows of Wmo and one of youth help; one ended before, one person has two, and one lives elsewhere."""
    q = Quarter(2020, 4)
    rows = [
        {"provision": 1, "person": 1, "law": "wmo", "start": "2020-11-01"},
        {"provision": 2, "person": 1, "law": "wmo", "start": "2020-01-01"},
        {"provision": 3, "person": 2, "law": "wmo", "start": "2020-01-01", "end": "2020-09-30"},
        {"provision": 4, "person": 3, "law": "wmo", "start": "2020-01-01"},
        {"provision": 5, "person": 2, "law": "jeugd", "start": "2020-01-01"},
    ]
    homes = [
        {"person": 1, "area": "BU99980101", "start": "2010-01-01"},
        {"person": 2, "area": "BU99980101", "start": "2010-01-01"},
        {"person": 3, "area": "BU99980201", "start": "2010-01-01"},
    ]
    tables = town(provisions=rows, addresses=homes, population=everybody(10))
    item = catalogue()["wmo_clienten"]
    row = {"period": str(q), "area": "WK999801", "dimension": "", "category": ""}

    found = outcome_of(question(item, row, tables, QUARTERS))

    assert [(step.count, step.of) for step in found.chain.steps] == [
        (5, "rijen"),  # delivered
        (5, "rijen"),  # known
        (4, "rijen"),  # Wmo
        (4, "rijen"),  # begun
        (3, "rijen"),  # in the quarter
        (2, "rijen"),  # in the wijk
        (1, "personen"),
    ]
    # Two buurten with eight groups of ten.
    assert (found.numerator, found.denominator, found.value) == (1, 160, 1000 / 160)


def test_public_totals_are_those_of_the_engine() -> None:
    lists = [codes for item in _budgets() for codes in item.measure.taakvelden.values()]
    budget = [
        {"taakveld": code, "quarter": q.index, "side": side, "budget": 1000.0, "realised": 250.5 * q.number}
        for q in TWO_YEARS
        for side in ("lasten", "baten")
        for code in sorted({code for codes in lists for code in codes})
    ]
    tables = town(budget=budget, population=everybody(10))
    items = [*_budgets(), *(item for item in KINDS if type(item.measure).__name__ == "Population")]
    seen = 0
    for item in items:
        for row in compute([item], tables, QUARTERS, AREAS).to_dict("records"):
            if row["period"] == "2020Q4" and not math.isnan(row["value"]):
                require_equal(total_of(question(item, row, tables, QUARTERS)), row, item.id)
                seen += 1
    assert seen > len(items) // 2


def _budgets() -> list[Any]:
    return [item for item in catalogue().values() if type(item.measure).__name__ == "Budget"]


def test_steps_that_do_not_end_in_the_figure_are_a_fault_of_socdom() -> None:
    item = next(item for item in KINDS if item.id == "actief")
    row = compute([item], ARRANGED, TWO_YEARS, AREAS).to_dict("records")[0]
    found = outcome_of(question(item, row))

    with pytest.raises(ChainError) as raised:
        require_equal(replace(found, numerator=found.numerator + 1), row, item.id)

    assert raised.value.exit_code == 70
    assert "numerator" in str(raised.value)
    assert str(int(found.numerator)) not in str(raised.value)
