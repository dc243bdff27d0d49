"""The kinds of figures on a page, as they are named in the address of their download."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Which figure of an indicator; one that is none of these is named by its breakdown ("vorm").

    A hyphen or one of these words is in no name of a breakdown.
    """

    TREND = ""
    AREAS = "wijken"
    FUNNEL = "wijken-beoordeeld"
    COMPARED = "naast-anderen"
    STRIP = "naast-gemeenten"
    BUDGET = "begroting"
    SIGNAL = "signaal"
