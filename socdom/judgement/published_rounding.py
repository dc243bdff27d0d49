"""How coarse published figures are, so that a difference by rounding alone is no difference.

CBS rounds numbers of people and households before it publishes them, and some rates as well. The steps are those of the
texts of the indicators ("Het CBS rondt aantallen af op 5"), which a test holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from socdom import dutch
from socdom.editions.model import Description, Figure


@dataclass(frozen=True)
class Rounding:
    """Steps to which numbers are rounded: the count behind a rate, and the rate itself; 0 for none."""

    count: float
    rate: float = 0.0


ROUNDING: Mapping[str, Rounding] = MappingProxyType(
    {
        "bijstand_kwb": Rounding(10),
        "bijstand_cbs": Rounding(10),
        "personen_bijstand_cbs": Rounding(10),
        "personen_ww_cbs": Rounding(10),
        "personen_ao_cbs": Rounding(10),
        "wmo_clienten_cbs": Rounding(5, rate=1),
        "jeugdzorg_cbs": Rounding(5, rate=0.1),
        "jeugdhulp_verblijf_cbs": Rounding(5, rate=0.1),
        # All households less those of three kinds: four numbers, each rounded to 5.
        "stapeling_cbs": Rounding(20),
    }
)


def margin(description: Description, figure: Figure) -> float:
    """Largest difference that rounding alone can make beside another such figure, in the unit that is told."""
    steps = ROUNDING.get(description.id)
    if steps is None:
        return 0.0
    of_count = steps.count * description.scale / figure.denominator if figure.denominator else 0.0
    return max(of_count, steps.rate)


def is_about_equal(description: Description, figure: Figure, other: float) -> bool:
    """Whether a figure and a number beside it differ no more than rounding can make, or not at all as shown."""
    if figure.value is None:
        return False
    shown = dutch.shown_difference(figure.value, other, description.format, description.decimals)
    return shown == 0 or abs(figure.value - other) <= margin(description, figure) + 1e-9
