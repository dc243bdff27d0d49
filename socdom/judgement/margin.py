"""Whether figures differ more than protection by rounding can make, so that nothing rests on rounding alone."""

from __future__ import annotations

from socdom import dutch
from socdom.editions.model import Description, Figure
from socdom.editions.protection import ProtectionRecord

# What protection rounds of numerator and denominator: counts, amounts, or neither.
_ROUNDED: dict[str, tuple[str, str]] = {
    "personen": ("count", ""),
    "aandeel": ("count", "count"),
    "bedrag": ("amount", ""),
    "gemiddelde": ("amount", "count"),
}


def difference_margin(
    description: Description, rules: ProtectionRecord, figure: Figure, *, counting: bool = False
) -> float:
    """Largest difference that protection by rounding can make between two such figures, in the unit that is told.

    A count rounded to a multiple of 5 lies at most 2.5 from the truth and an amount rounded to 1.000 euro at
    most 500, so two of them may differ 5, or 1.000, by rounding alone. Of a rate the numerator, and where it is
    rounded also the denominator, adds to the margin. Published figures, durations and prices have none.
    It also covers how far one such figure may lie from the truth, where a published one stays as it was
    (`kept_within`).

    Args:
        figure: one that is shown.
        counting: the numerator is told in place of the value.
    """
    steps = {"count": rules.round_to, "amount": rules.amount_round_to, "": 0}
    numerator, denominator = (float(steps[what]) for what in _ROUNDED.get(description.protection, ("", "")))
    if counting or (description.scale == 1 and not description.is_price):
        return numerator
    if not figure.denominator:
        return 0.0
    return (numerator * description.scale + denominator * abs(figure.value or 0.0)) / abs(figure.denominator)


def looks_equal(description: Description, one: float, other: float) -> bool:
    """Whether a reader sees the same number twice."""
    form, decimals = description.format, description.decimals
    return dutch.as_shown(one, form, decimals) == dutch.as_shown(other, form, decimals)
