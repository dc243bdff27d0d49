"""The parameters of a municipality and of a quarter, typed. An unknown key is an error.

Field names are those of the yml files, so they are Dutch.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
GemeenteCode = Annotated[str, Field(pattern=r"^GM\d{4}$")]
QuarterText = Annotated[str, Field(pattern=r"^\d{4}Q[1-4]$")]
Profile = Literal["met duiding", "zonder duiding"]


class Strict(BaseModel):
    """A model that refuses unknown keys and does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Huisstijl(Strict):
    """Colours of the municipality; the rest of the theme is the project's own."""

    accent: Colour = "#12436D"
    doel: Colour = "#801650"


class Griffie(Strict):
    """Where questions of council members go."""

    email: str = Field(pattern=r"^[^@\s]+@[^@\s]+$")
    antwoordtermijn_werkdagen: int = Field(5, ge=1, le=60)


class Bronnen(Strict):
    """Which sources the municipality has.

    Attributes:
        leveringen: the municipality delivers its own registrations as CSV files.
        leveringen_vanaf: first quarter the registrations are complete for; before it nothing is known.
        later_vanaf: name of a delivered file that is complete from a later quarter only → that quarter.
        iv3: years of Iv3 (finance per taakveld) to show, oldest first.
        kwb: years of Kerncijfers wijken en buurten to show.
    """

    leveringen: bool = False
    leveringen_vanaf: QuarterText = "2016Q1"
    later_vanaf: dict[str, QuarterText] = {}
    iv3: tuple[int, ...] = ()
    kwb: tuple[int, ...] = ()


class Gemeente(Strict):
    """`parameters/<gemeente>/gemeente.yml`."""

    naam: str = Field(min_length=2)
    code: GemeenteCode
    fictief: bool = False
    profiel: Profile = "met duiding"
    bescherming: Literal["cbs5"] = "cbs5"
    huisstijl: Huisstijl = Huisstijl()
    griffie: Griffie
    bronnen: Bronnen
    vandaag: date | None = Field(None, description="vaste datum, alleen voor een fictieve gemeente")


class Kwartaal(Strict):
    """`parameters/<gemeente>/<kwartaal>/kwartaal.yml`.

    Attributes:
        terugblik: number of quarters the charts show, the newest included.
        cijfers_per: what was received after this day does not count.
    """

    kwartaal: QuarterText
    editie: Literal["kern", "uitgebreid"] = "kern"
    terugblik: int = Field(12, ge=4, le=60)
    cijfers_per: date
    versie: str = Field("1.0", pattern=r"^\d+\.\d+$")
    status: Literal["concept", "definitief"] = "concept"
    pc_document: str = Field("", description="P&C-document waar de cijfers over geld bij horen")
