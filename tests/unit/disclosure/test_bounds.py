"""Intervals of counts that are sums of each other."""

from __future__ import annotations

import numpy as np

from socdom.disclosure.bounds import Bounds, narrowed
from socdom.disclosure.families import Families

# One total (0) of two families: figures 1 and 2, and figures 3 and 4.
FAMILIES = Families(
    row=np.array([1, 2, 3, 4]),
    family=np.array([0, 0, 1, 1]),
    total=np.array([0, 0]),
    areas=np.array([True, False]),
)
ALWAYS = np.array([True, True])


def known(*intervals: tuple[float, float]) -> list[tuple[float, float]]:
    low, high = (np.array(side, dtype=float) for side in zip(*intervals, strict=True))
    found = narrowed(FAMILIES, Bounds(low, high), ALWAYS, ALWAYS)
    return list(zip(found.low.tolist(), found.high.tolist(), strict=True))


def test_what_one_family_says_of_the_total_narrows_the_other() -> None:
    # 8 to 12 twice makes 16 to 24; with 20 beside it the last is 0 to 4 or less than 0.
    found = known((0, 100), (8, 12), (8, 12), (20, 20), (0, 100))
    assert found == [(20, 24), (8, 12), (8, 12), (20, 20), (0, 4)]


def test_intervals_that_contradict_each_other_come_to_an_end() -> None:
    # Two of 8 or more cannot be the parts of a total that is also at most 7 and 0.
    found = known((0, 40), (8, 12), (8, 12), (0, 7), (0, 0))
    assert all(0 <= high and low <= 40 for low, high in found)
