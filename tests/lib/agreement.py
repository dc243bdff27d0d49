"""Whether the engine and the oracle say the same."""

from __future__ import annotations

import math
from collections.abc import Sequence

from socdom.measures.compute import compute
from socdom.measures.indicator import Indicator
from socdom.oracle import Oracle
from socdom.quarters import Quarter
from socdom.tables import Tables
from tests.lib.towns import AREAS


def agree(items: Sequence[Indicator], tables: Tables, quarters: Sequence[Quarter]) -> None:
    """Every cell is there once, and the same."""
    oracle = Oracle(tables, AREAS)
    figures = compute(items, tables, quarters, AREAS)
    for item in items:
        rows = figures[figures["indicator"] == item.id].to_dict("records")
        found = {(row["period"], row["area"], row["dimension"], row["category"]): row for row in rows}
        expected = oracle.cells(item, quarters)
        assert len(found) == len(rows)
        assert set(found) == set(expected)
        for key, cell in expected.items():
            row = found[key]
            for name in ("numerator", "denominator", "value", "base"):
                assert same(row[name], getattr(cell, name)), (item.id, key, name, row, cell)
            for name in ("largest", "two_largest", "providers"):
                assert same(row[name], getattr(cell.clients, name)), (item.id, key, name, row, cell)
            if math.isnan(cell.value):
                status = "onmogelijk" if cell.impossible else "ontbreekt"
                assert row["status"] == status, (item.id, key, row, cell)


def same(left: float, right: float) -> bool:
    """To the last digits; a difference of large amounts can be off by a tiny part of a cent."""
    return (math.isnan(left) and math.isnan(right)) or math.isclose(left, right, rel_tol=1e-12, abs_tol=1e-6)
