"""Which indicators are about the same cases; follows from their definitions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.flows import Inflow
from socdom.measures.kinds.share import Share, ShareWithin


def new_cases(indicators: Sequence[Indicator]) -> dict[str, str]:
    """Indicators of the cases that are new in a quarter (medians, shares) → the inflow of the same persons.

    A reader may combine them: the one tells how many cases the other has. It follows from the definitions, so
    that nobody has to think of it.
    """
    inflow = {
        repr(item.measure.selection): item.id for item in indicators if isinstance(item.measure, Inflow)
    }
    found = {}
    for item in indicators:
        measure = item.measure
        if isinstance(measure, Duration | Share | ShareWithin) and measure.selection.new_only:
            quarter_of = measure.at if isinstance(measure, Share) else measure.to
            persons = inflow.get(repr(replace(measure.selection, new_only=False)))
            if quarter_of == "start" and persons:
                found[item.id] = persons
    return found
