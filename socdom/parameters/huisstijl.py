"""The house style of a municipality: two colours that can be read and told apart, and its logo.

Field names are those of the yml files, so they are Dutch.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from socdom import dutch
from socdom.colours import MINIMUM_CONTRAST, hardest_ground, taken_for_each_other
from socdom.parameters.strict import Strict


def _readable(colour: str) -> str:
    """A colour in which text can be read on every light ground; on dark ones a lighter twin is used."""
    ground, ratio = hardest_ground(colour)
    if ratio < MINIMUM_CONTRAST:
        raise ValueError(
            f"de kleur {colour} heeft op {ground} een contrast van {dutch.number(ratio, 1)} op 1; dat moet ten minste "
            f"{dutch.number(MINIMUM_CONTRAST, 1)} op 1 zijn. Kies een donkerder kleur"
        )
    return colour


Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$"), AfterValidator(_readable)]


class Huisstijl(Strict):
    """Colours and logo of the municipality; the rest of the theme is the project's own."""

    accent: Colour = "#12436D"
    doel: Colour = "#801650"
    logo: str = Field("", pattern=r"^([\w-]+\.(svg|png))?$", description="bestand naast gemeente.yml")

    @model_validator(mode="after")
    def _told_apart(self) -> Huisstijl:
        """Own line and goal are told apart by dashes and words too; colours that look alike would undo half of that."""
        who = taken_for_each_other(self.accent, self.doel)
        if who:
            raise ValueError(
                f"de kleuren van accent ({self.accent}) en doel ({self.doel}) lijken te veel op elkaar voor {who}. "
                "Kies een andere kleur voor doel"
            )
        return self
