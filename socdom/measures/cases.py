"""Which indicators are about the same cases; follows from their definitions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.flows import Inflow
from socdom.measures.kinds.open_cases import OpenAge, OpenBeyond, OpenCount
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.kinds.share import Share, ShareWithin


def same_cases(indicators: Sequence[Indicator]) -> dict[str, str]:
    """Indicators of cases (medians, shares) → the indicator that counts those cases.

    A reader may combine them: the one tells how many cases the other has. It follows from the definitions, so
    that nobody has to think of it.
    """
    counts = {(item.every, repr(item.measure)): item.id for item in indicators}
    found = {}
    for item in indicators:
        counted = _counted(item)
        if counted is not None and (item.every, repr(counted)) in counts:
            found[item.id] = counts[item.every, repr(counted)]
    return found


def _counted(item: Indicator) -> Inflow | OpenCount | None:
    """The measure that counts the cases of a median or share, if there is such a kind."""
    measure = item.measure
    if isinstance(measure, Reentry) and measure.share:
        return Inflow(measure.selection, measure.of, measure.gap_days)
    if isinstance(measure, OpenAge | OpenBeyond):
        return OpenCount(measure.selection, measure.from_, measure.to)
    if isinstance(measure, Duration | Share | ShareWithin) and measure.selection.new_only:
        quarter_of = measure.at if isinstance(measure, Share) else measure.to
        return Inflow(replace(measure.selection, new_only=False)) if quarter_of == "start" else None
    return None
