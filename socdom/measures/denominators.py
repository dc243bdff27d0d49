"""What a count is divided by: inhabitants or households on the first day of the quarter."""

from __future__ import annotations

from dataclasses import dataclass

from socdom.tables.codes import OPEN_AGE


@dataclass(frozen=True)
class Inhabitants:
    """Inhabitants from `age_from` up to and including `age_to` (OPEN_AGE: no upper limit)."""

    age_from: int = 0
    age_to: int = OPEN_AGE


@dataclass(frozen=True)
class Households:
    """All private households."""
