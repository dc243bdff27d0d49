"""Figures that another organisation already published, taken as they are."""

from __future__ import annotations

from dataclasses import dataclass

from socdom.measures.dimensions import Dimension
from socdom.measures.kinds.base import Kind


@dataclass(frozen=True)
class External(Kind):
    """Een reeks die een ander heeft gepubliceerd, zoals CBS. Wij nemen haar over zoals zij is.

    Attributes:
        series: naam van de reeks in de open data.

    Voorbeeld:
        sd.kinds.External("kwb_bijstand")
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
