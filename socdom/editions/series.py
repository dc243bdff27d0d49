"""The figures of an edition as series: read once per indicator, and then found without a search.

A page asks for the same series many times: for its chart, its table, its sentences and its judgement.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Any

import pandas as pd

from socdom.editions.model import Figure

# Area, dimension and category.
Key = tuple[str, str, str]


class AllSeries:
    """The series of all indicators of an edition.

    Args:
        figures: all figures of the edition, with FIGURE_COLUMNS.
    """

    def __init__(self, figures: pd.DataFrame) -> None:
        self._figures = figures.sort_values("period", kind="stable", ignore_index=True)
        self._read: dict[str, dict[Key, list[Figure]]] = {}

    @cached_property
    def _rows(self) -> dict[str, Any]:
        """Where the figures of each indicator stand: numbers of rows."""
        return self._figures.groupby("indicator", sort=False).indices

    def of(self, indicator: str) -> dict[Key, list[Figure]]:
        """Area, dimension and category → figures in order of period; nothing for an unknown indicator.

        All of an indicator at once, which costs little more than one.
        """
        if indicator not in self._read:
            found: dict[Key, list[Figure]] = {}
            for figure in _figures(self._figures.iloc[self._rows.get(indicator, [])]):
                found.setdefault((figure.area, figure.dimension, figure.category), []).append(figure)
            self._read[indicator] = found
        return self._read[indicator]

    def across(
        self, indicator: str, areas: Collection[str], dimension: str, period: str | None
    ) -> list[Figure]:
        """Figures of one period: of every category of a dimension, or with dimension "" of every area.

        Args:
            areas: codes of the areas.
            period: the newest of these areas and this dimension when None.

        Returns:
            In order of area and category.
        """
        found = [
            series
            for (area, named, _), series in sorted(self.of(indicator).items())
            if named == dimension and area in areas
        ]
        when = period or max((series[-1].period for series in found), default="")
        return [figure for series in found for figure in series if figure.period == when]


def _figures(rows: pd.DataFrame) -> list[Figure]:
    """Whole columns at once: row by row pandas takes the better part of the time to judge an edition."""
    columns = [[None if value != value else value for value in rows[name].tolist()] for name in rows]
    return [Figure(**dict(zip(rows.columns, row, strict=True))) for row in zip(*columns, strict=True)]
