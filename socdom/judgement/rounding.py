"""How coarse a figure is written: the smallest step it can move by."""

from __future__ import annotations

from collections.abc import Sequence

from socdom.editions.model import Description, Figure
from socdom.editions.protection import ProtectionRecord

# Durations are counted in whole days.
_OF_A_DAY = {"dagen": 1.0, "weken": 1 / 7}


def rounding_step(rule: ProtectionRecord, description: Description, figures: Sequence[Figure]) -> float:
    """The step of the figures of a series, in their own unit; 0 for public figures, which are not rounded here.

    A rate moves by the step of the count behind it. A number of days, a share of euros or a price has its own decimals,
    an amount its own step.
    """
    if description.protection == "openbaar":
        return 0.0
    if description.format == "aantal":
        return float(rule.round_to)
    if description.counts_behind:
        sizes = [figure.denominator for figure in figures if figure.shown and figure.denominator]
        return rule.round_to * description.scale / (sum(sizes) / len(sizes)) if sizes else 0.0
    if description.protection in ("bedrag", "gemiddelde"):
        return _of_amount(rule, description, figures)
    if description.format in _OF_A_DAY:
        return _OF_A_DAY[description.format]
    return 10.0**-rule.price_decimals if description.protection == "prijs" else 10.0**-rule.statistic_decimals


def _of_amount(rule: ProtectionRecord, description: Description, figures: Sequence[Figure]) -> float:
    if description.protection == "bedrag":
        return float(rule.amount_round_to)
    # Euros per person: the count below the line is rounded too, and coarser than the euros above it.
    parts = [
        rule.round_to / figure.denominator * figure.value
        for figure in figures
        if figure.shown and figure.denominator and figure.value
    ]
    return sum(parts) / len(parts) if parts else 0.0
