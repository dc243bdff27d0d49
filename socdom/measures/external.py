"""Figures of open data: taken as published, with the words of the indicator added."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from socdom.areas import Area
from socdom.measures.figures import BEHIND, COLUMNS, empty_figures
from socdom.measures.indicator import Indicator
from socdom.quarters import Quarter

# Areas to compare with; they are shown whatever the levels of an indicator.
_COMPARISON = frozenset({"land", "referentie"})


def external_figures(
    indicator: Indicator, external: pd.DataFrame | None, quarters: Sequence[Quarter], areas: Sequence[Area]
) -> pd.DataFrame:
    """The rows of the series for the areas and breakdowns of the indicator.

    Of a series per quarter only the quarters asked for; of a series per year every year there is. The base is
    unknown: the publisher has protected the figures.
    """
    if external is None:
        return empty_figures()
    levels = {*indicator.levels, *_COMPARISON}
    codes = {area.code for area in areas if area.level in levels}
    asked = {str(quarter) for quarter in quarters}
    period = external["period"].astype("str")
    rows = external[
        (external["series"] == indicator.external_series)
        & external["area"].isin(codes)
        & external["dimension"].isin(["", *indicator.group_by])
        & (~period.str.contains("Q") | period.isin(asked))
    ]
    added = {
        "indicator": indicator.id,
        "unit": indicator.unit,
        "method": indicator.measure.method,
        **dict.fromkeys(BEHIND, np.nan),
    }
    rows = rows.assign(**added).sort_values(["dimension", "area", "category", "period"], kind="stable")
    return rows[list(COLUMNS)].astype(COLUMNS).reset_index(drop=True)
