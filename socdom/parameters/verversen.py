"""How often figures are renewed, so that a reader can be told when that did not happen.

Field names are those of the yml files, so they are Dutch.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from socdom.parameters.strict import Strict

# Days after which figures of each rhythm are overdue. Each is longer than the rhythm itself: a weekend, a holiday or a
# week of checking is no reason to warn a council.
_OVERDUE = {"dag": 4, "week": 10, "maand": 40, "kwartaal": 120, "jaar": 400}


class Verversen(Strict):
    """A rhythm by its name, or a number of days after which figures are too old."""

    elke: Literal["dag", "week", "maand", "kwartaal", "jaar"] | None = None
    dagen: int | None = Field(None, ge=1, le=1000)

    @model_validator(mode="after")
    def _one_of_two(self) -> Verversen:
        if (self.elke is None) == (self.dagen is None):
            raise ValueError("vul elke in, of dagen; niet allebei")
        return self

    @property
    def within(self) -> int:
        """Days after which figures are overdue."""
        return self.dagen or _OVERDUE[self.elke or "jaar"]


def renewed_within(verversen: Verversen | None, *, own_registration: bool, fictional: bool) -> int:
    """Days after which figures are overdue; 0 for never.

    Where nothing is written down it follows from the kind of sources: own registrations come every quarter, published
    figures every year. The figures of a made-up municipality never get old, unless somebody asks for it.
    """
    if verversen is not None:
        return verversen.within
    return 0 if fictional else _OVERDUE["kwartaal" if own_registration else "jaar"]
