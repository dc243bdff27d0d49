"""Who has the most of each cell, against plain Python and against pandas."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.stats.blocks import BLOCK
from socdom.stats.contributors import Contributors, contributors

CELLS = 3
Rows = list[tuple[int, int, int]]
rows = st.lists(
    st.tuples(st.integers(0, CELLS - 1), st.sampled_from((-4, 1, 2, 2**62)), st.integers(-5, 9)), max_size=20
)


def found(some: Rows) -> Contributors:
    columns = np.array(some, dtype=np.int64).reshape(-1, 3).T
    return contributors(*columns, CELLS)


def by_hand(some: Rows) -> list[tuple[int, int, int]]:
    """Number of units with a row, and the two largest sums above zero, of each cell."""
    result = []
    for cell in range(CELLS):
        sums: dict[int, int] = defaultdict(int)
        for where, unit, value in some:
            if where == cell:
                sums[unit] += value
        most = [*sorted((value for value in sums.values() if value > 0), reverse=True), 0, 0]
        result.append((len(sums), most[0], most[1]))
    return result


def as_list(some: Contributors) -> list[tuple[int, int, int]]:
    return list(zip(some.number.tolist(), some.first.tolist(), some.second.tolist(), strict=True))


@settings(max_examples=100, deadline=None)
@given(rows)
def test_the_two_with_the_most_of_each_cell(some: Rows) -> None:
    assert as_list(found(some)) == by_hand(some)


@settings(max_examples=50, deadline=None)
@given(rows, st.sets(st.sampled_from((-4, 1, 2, 2**62))))
def test_two_parts_without_a_unit_in_common_are_put_together(some: Rows, units: set[int]) -> None:
    one, other = ([row for row in some if (row[1] in units) is inside] for inside in (True, False))
    assert as_list(found(one) + found(other)) == by_hand(some)


def test_many_rows_in_blocks_give_the_same_as_pandas() -> None:
    random = np.random.default_rng(5)
    size = 3 * BLOCK
    cell, unit = random.integers(0, 50, size), random.integers(0, 3000, size) * 2**40
    value = random.integers(-2_000, 9_000, size)
    for order in (np.arange(size), np.argsort(unit, kind="stable")):
        some = contributors(cell[order], unit[order], value[order], 50)
        sums = pd.DataFrame({"cell": cell, "unit": unit, "value": value}).groupby(["cell", "unit"]).sum()
        by_cell = sums.sort_values("value").groupby(level="cell")["value"]
        assert some.number.tolist() == by_cell.size().tolist()
        assert some.first.tolist() == by_cell.nth(-1).sort_index().tolist()
        assert some.second.tolist() == by_cell.nth(-2).sort_index().tolist()
