"""With which municipalities a municipality compares itself: by a rule, or with those it names."""

from __future__ import annotations

from typing import Literal

from pydantic import field_validator, model_validator

from socdom.parameters.strict import GemeenteCode, Stripped

Rule = Literal["klasse", "grootte", "stedelijkheid"]
# With fewer others a place among them says more of chance than of the municipality.
FEWEST = 5


class Vergelijking(Stripped):
    """`vergelijking` of gemeente.yml.

    Attributes:
        regel: "klasse" (of the same size class and as urban), or one of the two alone.
        gemeenten: CBS codes of the municipalities themselves, in place of a rule.
        waarom: why these; a sentence that is published with the names.
    """

    regel: Rule = "klasse"
    gemeenten: tuple[GemeenteCode, ...] = ()
    waarom: str = ""

    @field_validator("gemeenten")
    @classmethod
    def _enough(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise ValueError(f"elke gemeente staat er één keer; dubbel: {', '.join(twice)}")
        if len(codes) < FEWEST:
            raise ValueError(
                f"noem ten minste {FEWEST} gemeenten; gevonden: {len(codes)}. "
                "Met minder is een plaats in de groep niet te zeggen"
            )
        return codes

    @model_validator(mode="after")
    def _one_way(self) -> Vergelijking:
        """A rule or names with a reason, never both."""
        if self.gemeenten and "regel" in self.model_fields_set:
            raise ValueError("kies een regel of noem de gemeenten, niet allebei")
        if self.gemeenten and len(self.waarom) < 10:
            raise ValueError("vul bij waarom in waarom juist met deze gemeenten, in een hele zin")
        if self.waarom and not self.gemeenten:
            raise ValueError("waarom hoort bij gemeenten die u zelf noemt; noem die, of haal waarom weg")
        return self
