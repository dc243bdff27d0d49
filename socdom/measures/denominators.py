"""What a count is divided by: inhabitants or households on the first day of the quarter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Inhabitants:
    """Inhabitants from `age_from` up to and including `age_to` (200 = no upper limit)."""

    age_from: int = 0
    age_to: int = 200


@dataclass(frozen=True)
class Households:
    """All private households."""
