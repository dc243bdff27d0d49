"""Which figures count the very same thing, or add up, though they are of different indicators or breakdowns.

The children with a stay are an indicator of their own and a category of another. Were one of the two hidden and
the other not, the hidden one could be read there. It follows from the definitions, so that nobody has to think
of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from socdom.measures.counts import name_of_count
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.dimensions.overlap import LAWS, combination
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.overlap import Overlap
from socdom.measures.kinds.rows import RowKind
from socdom.measures.tallies import by_rows

# Indicator, dimension and category; both of the latter "" for the total.
Cell = tuple[str, str, str]
_NUMBER, _COMBINATION = "aantal_wetten", "combinatie_wetten"


def same_counts(indicators: Sequence[Indicator]) -> dict[Cell, str]:
    """Cells that count what another cell counts → the name of what they count; cells alone are left out."""
    counted = dict(_counted(indicators))
    times = Counter(counted.values())
    return {cell: name for cell, name in counted.items() if times[name] > 1}


def sums(indicators: Sequence[Indicator]) -> dict[Cell, tuple[Cell, ...]]:
    """Cell → other cells that add up to it, beyond a total and the categories of one breakdown.

    Help under three laws is the sum of the combinations of three; under three or more, of three and of four.
    """
    found: dict[Cell, tuple[Cell, ...]] = {}
    whole = [item for item in indicators if isinstance(item.measure, Overlap) and item.group_by]
    for item in whole:
        if set(item.group_by) >= {_NUMBER, _COMBINATION}:
            found |= {(item.id, _NUMBER, str(n)): _combinations(item.id, n) for n in range(2, len(LAWS))}
    for item in indicators:
        if isinstance(item.measure, Overlap) and item.measure.at_least > 2:
            numbers = range(item.measure.at_least, len(LAWS) + 1)
            for other in whole:
                if _NUMBER in other.group_by and _overlap(other) == _overlap(item):
                    found[(item.id, "", "")] = tuple((other.id, _NUMBER, str(n)) for n in numbers)
    return found


def _combinations(indicator: str, number: int) -> tuple[Cell, ...]:
    return tuple((indicator, _COMBINATION, combination(laws)) for laws in combinations(LAWS, number))


def _overlap(item: Indicator) -> str:
    """What an indicator of overlap is about: equal when two can be added up."""
    assert isinstance(item.measure, Overlap)
    return f"{item.every} Overlap {item.measure.of}"


def _counted(indicators: Sequence[Indicator]) -> Iterator[tuple[Cell, str]]:
    for item in indicators:
        if isinstance(item.measure, Overlap):
            # A share tells the number it is made of.
            yield (item.id, "", ""), f"{_overlap(item)} {item.measure.at_least}"
            everything = {_NUMBER: str(len(LAWS)), _COMBINATION: combination(tuple(LAWS))}
            for name in item.group_by:
                yield (item.id, name, everything[name]), f"{_overlap(item)} {len(LAWS)}"
        elif isinstance(item.measure, RowKind):
            yield (item.id, "", ""), name_of_count(item.every, item.measure)
            for name in by_rows(item):
                for category in DIMENSIONS[name].labels:
                    count = name_of_count(item.every, item.measure, DIMENSIONS[name], category)
                    yield (item.id, name, category), count
