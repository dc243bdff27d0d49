"""Small counts cannot be worked out: tried for every small case, by one who knows the program and all it shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

import pytest

from socdom.usage.shown import Shown, shown, shown_beside

NAMES = "abcd"


def public(part: Shown | None) -> tuple[object, ...]:
    """All that leaves: what is named, and the total."""
    return (None,) if part is None else (tuple(sorted(part.named.items())), part.total)


def left_open(worlds: Iterable[tuple[int, ...]], at: int) -> set[int]:
    """The numbers that a count still can be, over all the worlds that look the same from outside."""
    return {world[at] for world in worlds}


@pytest.mark.parametrize("limit", [2, 3, 4])
@pytest.mark.parametrize("parts", [1, 2, 3, 4])
def test_a_hidden_count_can_be_any_number_below_the_limit(limit: int, parts: int) -> None:
    alike = defaultdict(list)
    for world in product(range(limit + 2), repeat=parts):
        alike[public(shown(dict(zip(NAMES, world, strict=False)), limit))].append(world)
    assert len(alike) > 1
    for (named, _), worlds in alike.items():
        for at in range(parts):
            if NAMES[at] in dict(named):
                assert left_open(worlds, at) == {dict(named)[NAMES[at]]}
            else:
                assert left_open(worlds, at) == set(range(limit))


@pytest.mark.parametrize(
    ("limit", "pages", "devices"), [(2, 2, 2), (3, 2, 2), (3, 3, 2), (3, 2, 3), (3, 3, 3)]
)
def test_neither_can_it_beside_the_same_total_in_other_parts(limit: int, pages: int, devices: int) -> None:
    alike = defaultdict(list)
    for seen in product(range(limit + 2), repeat=pages):
        first = shown(dict(zip(NAMES, seen, strict=False)), limit)
        for used in product(range(sum(seen) + 1), repeat=devices):
            if sum(used) == sum(seen):
                second = shown_beside(dict(zip("wxyz", used, strict=False)), first)
                alike[public(first) + public(second)].append(seen + used)
    both = 0
    for (named, _, *beside), worlds in alike.items():
        told = dict(named) | dict(beside[0] or ())
        both += beside[0] is not None
        for at, name in enumerate([*NAMES[:pages], *"wxyz"[:devices]]):
            if name not in told and (beside[0] is not None or name in NAMES):
                assert left_open(worlds, at) == set(range(limit))
    assert both > 5


def test_a_total_that_would_tell_the_only_hidden_count_is_hidden() -> None:
    part = shown({"overzicht": 40, "wmo": 3}, 10)
    assert part == Shown({"overzicht": 40}, ("wmo",), None, 10)
    assert part.least == 40


def test_a_total_of_many_hidden_counts_is_shown() -> None:
    assert shown({"overzicht": 40, "wmo": 3, "jeugd": 0, "over": 8}, 10).total == 51


def test_counts_that_are_all_large_are_all_shown() -> None:
    assert shown({"overzicht": 40, "wmo": 10}, 10) == Shown({"overzicht": 40, "wmo": 10}, (), 50, 10)


def test_zero_is_hidden_like_any_small_count() -> None:
    assert shown({"overzicht": 0}, 10) == shown({"overzicht": 9}, 10)
