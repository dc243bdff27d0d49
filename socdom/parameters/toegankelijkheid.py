"""What a municipality declares about the accessibility of its dashboard.

Field names are those of the yml files, so they are Dutch. The letters of a status are those of the register of
declarations (Besluit digitale toegankelijkheid overheid).
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, PastDate, model_validator

from socdom.parameters.addresses import Mailbox
from socdom.parameters.strict import Stripped

_Address = Annotated[str, Field(pattern=r"^https://[^\s<>\"]+$")]
_Text = Annotated[str, Field(min_length=3, max_length=300, pattern=r"[^\W_]")]


class Onderzoek(Stripped):
    """A full audit by somebody else: when, by which organisation, and where the report stands."""

    datum: PastDate
    door: _Text = Field(description="naam van het bureau, geen naam van een mens")
    rapport: _Address


class Knelpunt(Stripped):
    """Something that does not comply, and what is done about it."""

    wat: _Text
    gevolg: _Text
    maatregel: _Text
    gereed: date | None = None


class Meldpunt(Stripped):
    """Where somebody tells that something cannot be used; the griffie where nothing is filled in."""

    email: Mailbox = ""
    telefoon: str = Field("", pattern=r"^[0-9+() -]{0,20}$")


class Toegankelijkheid(Stripped):
    """The declaration: its status, its address in the register, an audit, what is known not to comply."""

    status: Literal["A", "B", "C", "D"] = "C"
    verklaring: _Address | None = Field(None, description="adres in het register van verklaringen")
    onderzoek: Onderzoek | None = None
    knelpunten: tuple[Knelpunt, ...] = Field((), max_length=20)
    melden: Meldpunt = Meldpunt()

    @model_validator(mode="after")
    def _claimed_with_proof(self) -> Toegankelijkheid:
        """Who says that all or a part complies must have had that looked into."""
        if self.status in ("A", "B") and self.onderzoek is None:
            raise ValueError(
                f"status {self.status} kan alleen met een onderzoek. Vul onderzoek in, of kies status C of D"
            )
        return self
