"""Where nobody lives there are no clients, and that is no secret; by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.attack.nobody import publicly_nobody

INF = np.inf


def unknowns(*rows: tuple[str, bool, float, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["protection", "shown", "low", "high"])


def relations(*found: tuple[float, float, dict[int, float]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lowest and highest value of a sum, and its terms as unknown → coefficient."""
    limits = pd.DataFrame([(low, high) for low, high, _ in found], columns=["low", "high"])
    terms = [(row, u, c) for row, (_, _, sums) in enumerate(found) for u, c in sums.items()]
    return limits, pd.DataFrame(terms, columns=["relation", "unknown", "coefficient"])


HIDDEN = ("personen", False, 0.0, INF)
NOBODY = ("personen", False, 0.0, 0.0)


def test_what_is_no_more_than_nobody_is_nobody_and_so_on() -> None:
    """The clients of a wijk without inhabitants; their stock is at most that; their households are as many."""
    found = relations((0, INF, {0: 1.0, 1: -1.0}), (0, 0, {2: 1.0, 1: -1.0}), (0, INF, {3: 1.0, 0: -1.0}))
    assert publicly_nobody(unknowns(NOBODY, HIDDEN, HIDDEN, HIDDEN), *found).tolist() == [
        True, True, True, False,
    ]  # fmt: skip


def test_parts_of_nobody_are_nobody_and_with_another_whole_beside_it_they_need_not_be() -> None:
    found = relations((0, 0, {0: 1.0, 1: -1.0, 2: -1.0}), (0, INF, {0: 1.0, 4: 1.0, 3: -1.0}))
    assert publicly_nobody(unknowns(NOBODY, *[HIDDEN] * 4), *found).tolist() == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_sum_of_nobody_from_above_is_nobody() -> None:
    found = relations((-INF, 0, {1: 1.0, 0: -1.0}))
    assert publicly_nobody(unknowns(NOBODY, HIDDEN), *found).tolist() == [True, True]


def test_a_change_can_be_below_nothing_and_a_rest_above_it() -> None:
    change = ("verschil", False, -INF, INF)
    found = relations((0, 0, {0: 1.0, 1: -1.0, 2: -1.0}), (-2, INF, {0: 1.0, 3: -1.0}))
    assert publicly_nobody(unknowns(NOBODY, change, HIDDEN, HIDDEN), *found).tolist() == [
        True, False, False, False,
    ]  # fmt: skip


def test_only_a_rate_per_inhabitant_tells_it() -> None:
    """A count that is known to be 0 from something else stays a secret that got out."""
    found = relations((0, INF, {0: 1.0, 1: -1.0}))
    for first in (("aandeel", False, 0.0, 0.0), ("personen", True, 0.0, 0.0)):
        assert not publicly_nobody(unknowns(first, HIDDEN), *found).any()
