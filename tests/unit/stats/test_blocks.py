"""Blocks of rows: every row once, and all rows of a unit together, whatever the rows look like."""

from __future__ import annotations

import numpy as np
import pytest

from socdom.stats.blocks import blocks
from socdom.stats.numbering import numbered

RANDOM = np.random.default_rng(3)
UNITS = {
    "few": np.array([5, 3, 5], dtype=np.int64),
    "scattered": RANDOM.integers(-(2**62), 2**62, 40)[RANDOM.integers(0, 40, 500)],
    "small numbers": RANDOM.integers(0, 60, 500),
    "multiples of a power of two": RANDOM.integers(0, 60, 500) * 256,
    "in order": np.sort(RANDOM.integers(0, 60, 500)),
    "in order, one unit": np.full(500, 7),
    "in order, one large unit": np.sort(np.r_[np.full(400, 7), np.arange(100)]),
    "none": np.array([], dtype=np.int64),
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=list(UNITS))
@pytest.mark.parametrize("size", [1, 16, 1000])
def test_every_row_is_in_one_block_with_all_rows_of_its_unit(unit: np.ndarray, size: int) -> None:
    places = np.arange(len(unit))
    found = [places[block].tolist() for block in blocks(unit, size)]
    assert sorted(place for block in found for place in block) == places.tolist()
    for value in np.unique(unit):
        assert sum(value in unit[block] for block in found) == 1


@pytest.mark.parametrize("name", ["scattered", "in order"])
def test_many_rows_are_really_cut(name: str) -> None:
    sizes = [len(UNITS[name][block]) for block in blocks(UNITS[name], 16)]
    assert len(sizes) > 8
    assert max(sizes) < 150


@pytest.mark.parametrize("unit", UNITS.values(), ids=list(UNITS))
def test_numbers_are_equal_where_units_are(unit: np.ndarray) -> None:
    number, size = numbered(unit)
    assert len(set(zip(unit.tolist(), number.tolist(), strict=True))) == len(np.unique(unit))
    assert len(np.unique(number)) == len(np.unique(unit))
    assert all(0 <= value < size for value in number.tolist())


def test_no_units_have_no_numbers() -> None:
    number, size = numbered(np.array([], dtype=np.int64))
    assert (len(number), size) == (0, 1)
