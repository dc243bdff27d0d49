"""How declarations of a municipality come in."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from socdom.parameters.strict import QuarterText, Strict


class Breuk(Strict):
    """A change in how providers send their bills, so that older quarters say nothing about what is still to come.

    Attributes:
        wet: law of the declarations.
        vanaf: first quarter of help that is billed in the new way.
        waarom: what changed.
    """

    wet: Literal["wmo", "jeugd"]
    vanaf: QuarterText
    waarom: str = Field(min_length=1)


class Declaraties(Strict):
    """`declaraties` of gemeente.yml.

    Attributes:
        volledig_vanaf: percentage of the final amount from which a quarter is no longer called incomplete.
        breuken: changes in how bills are sent; per law the newest counts.
    """

    volledig_vanaf: int = Field(97, ge=50, le=100)
    breuken: tuple[Breuk, ...] = ()
