"""Which indicators are about the same cases; follows from their definitions."""

from __future__ import annotations

from collections.abc import Sequence

from socdom.measures.counts import count_of_cases, name_of_count
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.events import Events
from socdom.measures.kinds.flows import Inflow
from socdom.measures.kinds.open_cases import OpenCount


def same_cases(indicators: Sequence[Indicator]) -> dict[str, str]:
    """Indicators of cases (medians, shares) → the indicator that counts those cases.

    A reader may combine them: the one tells how many cases the other has. It follows from the definitions, so
    that nobody has to think of it.
    """
    counts = {
        name_of_count(item.every, item.measure): item.id
        for item in indicators
        if isinstance(item.measure, Inflow | OpenCount | Events)
    }
    found = {}
    for item in indicators:
        counted = count_of_cases(item.measure)
        name = "" if counted is None else name_of_count(item.every, counted)
        if name in counts:
            found[item.id] = counts[name]
    return found
