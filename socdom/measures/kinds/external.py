"""Figures that another organisation already published."""

from __future__ import annotations

from dataclasses import dataclass

from socdom.measures.dimensions import Dimension
from socdom.measures.kinds.base import Kind


@dataclass(frozen=True)
class External(Kind):
    """A series of open data, taken as published.

    Attributes:
        series: name of the series in the frame of external figures.
    """

    series: str

    name = "open data"
    method = "open_data/1"
    protection = "openbaar"
    moments = ("stand", "periode", "jaar")
    takes_denominator = False

    def fits(self, dimension: Dimension) -> bool:
        """Only breakdowns that come with the series."""
        return not dimension.column and not dimension.ages
