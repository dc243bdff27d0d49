"""Which indicators must be protected together: hidden in one of them can mean hidden in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from socdom.disclosure.rules import MONEY
from socdom.measures.cases import same_cases
from socdom.measures.indicator import Indicator
from socdom.measures.same import same_counts, sums


def protected_together(name: str, indicators: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The indicators that protection connects to one of them, that one included, in the order they were given.

    Two are connected when they count the same, when one is about the cases that the other counts, when one is a part of
    a sum in the other, or when both are about the same bills. What is connected by way of another is connected as well.
    """
    found, edges = {name}, list(_connected(indicators))
    while more := {one for edge in edges if found & edge for one in edge} - found:
        found |= more
    return tuple(item for item in indicators if item.id in found)


def _connected(indicators: Sequence[Indicator]) -> Iterator[set[str]]:
    """Groups of indicators that protection sees together."""
    groups: dict[str, set[str]] = {}
    for cell, counted in same_counts(indicators).items():
        groups.setdefault(counted, set()).add(cell[0])
    yield from groups.values()
    yield from ({one, other} for one, other in same_cases(indicators).items())
    yield from ({cell[0], *(part[0] for part in parts)} for cell, parts in sums(indicators).items())
    money = [item for item in indicators if item.protection in MONEY]
    yield from ({one.id, other.id} for one, other in pairwise(money))
