"""Figures of one period over areas and categories, against a search through the frame."""

from __future__ import annotations

import pandas as pd
import pytest

from socdom.editions.model import Figure
from socdom.editions.read import Edition


def searched(
    edition: Edition, indicator: str, areas: set[str], dimension: str, period: str | None
) -> list[tuple]:
    """Area, category and value, row by row."""
    frame = edition.figures
    rows = frame[
        (frame["indicator"] == indicator) & (frame["dimension"] == dimension) & frame["area"].isin(areas)
    ]
    newest = rows["period"].max() if len(rows) else None
    rows = rows[rows["period"] == (period or newest)].sort_values(["area", "category"])
    return [
        (row.area, row.category, row.period, None if pd.isna(row.value) else row.value, row.status)
        for row in rows.itertuples()
    ]


def told(figures: list[Figure]) -> list[tuple]:
    return [(f.area, f.category, f.period, f.value, f.status) for f in figures]


@pytest.mark.parametrize("period", [None, "2020Q2", "2020", "1999Q1"])
def test_areas_and_breakdowns_are_those_of_the_frame(rich: Edition, period: str | None) -> None:
    found = 0
    for indicator, description in rich.descriptions.items():
        for level in ("wijk", "buurt"):
            areas = {area.code for area in rich.areas.values() if area.level == level}
            expected = searched(rich, indicator, areas, "", period)
            assert told(rich.by_area(indicator, level, period)) == expected
            found += len(expected)
        for dimension in description.dimensions:
            for area in (rich.meta.code, "WK999901"):
                expected = searched(rich, indicator, {area}, dimension, period)
                assert told(rich.breakdown(indicator, dimension, period, area)) == expected
                found += len(expected)
    assert (found > 0) == (period in (None, "2020Q2"))


def test_an_unknown_indicator_has_no_figures(rich: Edition) -> None:
    assert rich.by_area("bestaat_niet", "wijk") == []
    assert rich.breakdown("bestaat_niet", "vorm") == []
