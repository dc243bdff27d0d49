"""The key of a drawing: the same for the same drawing in every process, another one for every other."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdom.charts.kept_key import drawing_key
from tests.lib.small_edition import figure


class Side(Enum):
    LEFT = 1
    RIGHT = 2


@dataclass(frozen=True)
class Pair:
    a: Any
    b: Any


plain = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 3), st.sampled_from([-0.0, 0.0, 0.5, 1.0, 2.0]), st.text("a1;:(,s", max_size=4)
)  # fmt: skip
values = st.recursive(
    plain,
    lambda inner: st.one_of(st.lists(inner, max_size=3).map(tuple), st.builds(Pair, inner, inner)),
    max_leaves=6,
)


@given(values, values)
def test_two_things_have_one_key_only_when_they_are_the_same(one: Any, other: Any) -> None:
    # Written out by Python itself: another road to "the same", which knows 1 from 1.0, True and "1", and 0.0 from -0.0.
    same = repr(one) == repr(other)
    assert (drawing_key("f", (one, 0)) == drawing_key("f", (other, 0))) == same
    assert (drawing_key("f", (0, one)) == drawing_key("f", (0, other))) == same


def test_what_is_cut_elsewhere_is_another_thing() -> None:
    cut = [("ab", "c"), ("a", "bc"), ("abc", ""), (("a", "b"), "c"), ("a", ("b", "c")), ("a", "b", "c")]
    assert len({drawing_key("f", arguments) for arguments in cut}) == len(cut)
    assert drawing_key("f", ("a",)) != drawing_key("g", ("a",))


def test_every_field_of_a_figure_counts() -> None:
    base = figure("2020Q4", 3.0, numerator=3.0, denominator=10.0, dimension="vorm", category="zin")
    other = {"value": 3.5, "numerator": 4.0, "denominator": 11.0, "status": "voorlopig", "period": "2020Q3", "unit": "v",
             "area": "WK1", "indicator": "ander", "dimension": "x", "category": "y", "method": "stand/2"}  # fmt: skip
    assert set(other) == set(type(base).model_fields)
    changed = [base.model_copy(update={name: value}) for name, value in other.items()]
    assert len({drawing_key("f", (item, 1)) for item in (base, *changed)}) == len(other) + 1
    assert drawing_key("f", (base, 1)) == drawing_key("f", (base.model_copy(), 1))


def test_what_draws_the_same_has_the_same_key() -> None:
    assert drawing_key("f", (np.float64(0.25), np.int64(3))) == drawing_key("f", (0.25, 3))
    assert drawing_key("f", (frozenset("abc"), 1)) == drawing_key("f", (frozenset("cba"), 1))


def test_rare_things_have_keys_too() -> None:
    rare = [
        Side.LEFT,
        Side.RIGHT,
        date(2020, 1, 1),
        date(2020, 1, 2),
        {"a": 1},
        {"a": 2},
        frozenset({1}),
        frozenset({2}),
    ]
    assert len({drawing_key("f", (value, 0)) for value in rare}) == len(rare)


def test_of_what_cannot_be_compared_there_is_no_key() -> None:
    with pytest.raises(TypeError, match="object"):
        drawing_key("f", (object(),))


def test_another_process_finds_the_same_key() -> None:
    code = (
        "from socdom.charts.kept_key import drawing_key;"
        "print(drawing_key('f', (frozenset(['wijk', 'buurt', 'gemeente']), 1.5)).hex())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert found == {drawing_key("f", (frozenset(["wijk", "buurt", "gemeente"]), 1.5)).hex()}


def test_the_last_thing_shown_is_not_taken_for_the_next() -> None:
    things = [("a",), ("b",), ("a",), ["c"]]
    keys = [drawing_key("f", (thing, "breed")) for thing in things]
    assert all(one != other for one, other in pairwise(keys))
    assert keys[0] == keys[2]
