"""Which areas a line over time has beside it."""

from __future__ import annotations

from socdom.areas import COUNTRY, reference_code
from socdom.charts.quantity import Quantity
from socdom.editions.read import Edition


def compared_areas(
    edition: Edition, indicator: str, area: str | None = None, unit: str = "value"
) -> tuple[str, ...]:
    """CBS codes of the areas that a trend draws in grey; the edition need not have figures of them.

    The municipality has its reference group and Nederland beside it, a wijk the municipality; only rates and durations,
    since counts of areas of another size do not compare. Amounts of others stand beside those of the municipality.

    Args:
        area: CBS code of the area that is drawn; the municipality when None.
        unit: "value", or "count" for the numerator behind a rate.
    """
    description, whole = edition.descriptions[indicator], edition.meta.code
    quantity = Quantity.of(description, unit)
    comparable = description.compares_sizes and not quantity.counting
    if area not in (None, whole):
        return (whole,) if comparable else ()
    return (reference_code(whole), COUNTRY) if comparable or quantity.form == "euro" else ()
