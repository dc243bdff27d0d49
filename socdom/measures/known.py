"""Figures of before a registration began: unknown, and not zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from socdom.measures.figures import BEHIND
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.rows import RowKind
from socdom.quarters import Quarter

# What of a figure is a number, before protection.
NUMBERS = ["numerator", "value", *BEHIND]


def unknown_before(
    figures: pd.DataFrame, indicators: Sequence[Indicator], starts: Mapping[tuple[str, str], Quarter]
) -> pd.DataFrame:
    """Empty the figures of periods that begin before a table was complete, or too soon after it for who looks back.

    Args:
        figures: of `socdom.measures.compute.compute`.
        indicators: the definitions.
        starts: table and law ("" for every law) → the first quarter it is complete for.

    Returns:
        the same rows, with status ontbreekt where something that is needed was not registered yet.
    """
    first = {item.id: _start(item, starts) for item in indicators}
    begins = figures["period"].map({period: _begin(period) for period in figures["period"].unique()})
    early = begins < figures["indicator"].map(first)
    result = figures.assign(status=figures["status"].mask(early, "ontbreekt"))
    result[NUMBERS] = result[NUMBERS].mask(early, np.nan)
    return result


def _start(indicator: Indicator, starts: Mapping[tuple[str, str], Quarter]) -> int:
    """`Quarter.index` of the first quarter that has a figure, with all that an indicator needs."""
    if not isinstance(indicator.measure, RowKind):
        return 0
    found = [
        indicator.measure.known_from(quarter).index
        for (table, law), quarter in starts.items()
        for rows in indicator.measure.needs
        if rows.table == table and rows.may_hold(law)
    ]
    return max(found, default=0)


def _begin(period: str) -> int:
    return Quarter.parse(period).index if "Q" in period else int(period) * 4
