"""Nobody can work out a small count, or a small difference, from an explanation: attacked with all counts there are."""

from __future__ import annotations

import itertools
from collections import defaultdict

import pytest

from socdom.disclosure.policy import CBS5, N10
from socdom.workbench.explaining.coarse import coarse, is_exact, least_of


@pytest.mark.parametrize(("least", "highest", "length"), [(3, 8, 4), (5, 13, 3), (8, 26, 2)])
def test_no_small_count_or_difference_follows(least: int, highest: int, length: int) -> None:
    """All rows of counts that look the same: of each small number among them there are others it could have been."""
    alike: dict[tuple[str, ...], list[tuple[int, ...]]] = defaultdict(list)
    for rising in itertools.combinations_with_replacement(range(highest + least), length):
        counts = rising[::-1]
        alike[tuple(coarse(counts, least))].append(counts)
    # Of larger counts not all that look the same are among these.
    whole = {shown: possible for shown, possible in alike.items() if min(possible)[0] <= highest}
    for shown, possible in whole.items():
        for one, other in itertools.combinations(range(length + 1), 2):
            # The count after the last is nobody, so that a count itself is a difference too.
            found = {(*counts, 0)[one] - (*counts, 0)[other] for counts in possible}
            assert len(found) > 1 or not 0 < min(found) < least, (shown, found)


def test_what_is_large_is_told_as_it_is() -> None:
    assert coarse([1200, 900, 900, 100, 50], 8) == ["1.200", "900", "900", "100", "50"]


def test_what_is_small_is_not() -> None:
    assert coarse([1200, 5], 8) == ["1.200", "minder dan 8"]
    assert coarse([5, 0], 8) == ["minder dan 8", "minder dan 8"]
    assert coarse([107, 103, 100], 8) == [
        "meer dan 100, minder dan 108",
        "meer dan 100, minder dan 108",
        "100",
    ]
    assert coarse([108, 103, 100], 8)[0] == "108"


def test_exact_is_told_apart() -> None:
    assert [is_exact(text) for text in coarse([1200, 104, 100], 8)] == [True, False, True]


def test_the_limit_is_that_of_the_rule() -> None:
    assert (least_of(CBS5), least_of(N10)) == (8, 10)
