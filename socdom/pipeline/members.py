"""Public figures of the municipalities of the comparison, as they go into an edition."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from socdom.editions.additions import MEMBER_COLUMNS, no_members
from socdom.sources.open_data import OpenData


def members_of_edition(
    open_data: OpenData, series: Mapping[str, str], figures: pd.DataFrame, gemeente: str
) -> pd.DataFrame:
    """The figures of members beside which the municipality has a figure of its own, shown or not.

    Args:
        open_data: published figures, those of the members among them.
        series: indicator of the edition → name of the published series it is; "" for a count of the municipality.
        figures: of the edition, columns of `FIGURE_COLUMNS`.
        gemeente: CBS code.

    Returns:
        MEMBER_COLUMNS; a municipality has its newest name in every row.
    """
    rows = open_data.members
    if rows.empty:
        return no_members()
    names = rows.sort_values("period", kind="stable").groupby("area")["name"].last()
    indicators = pd.DataFrame(
        [(name, indicator) for indicator, name in series.items() if name], columns=["series", "indicator"]
    )
    own = figures[figures["area"].eq(gemeente) & figures["dimension"].eq("")]
    found = rows.merge(indicators, on="series").merge(
        own[["indicator", "period"]], on=["indicator", "period"]
    )
    found = found[found["area"].ne(gemeente)].assign(name=lambda frame: frame["area"].map(names))
    return found[list(MEMBER_COLUMNS)].reset_index(drop=True)
