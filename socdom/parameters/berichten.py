"""Who gets which mail, and through which server. Field names are those of the yml files, so they are Dutch."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from socdom.parameters.addresses import Mailbox
from socdom.parameters.strict import Strict


def _filled(value: str) -> str:
    if not value:
        raise ValueError("hier hoort een e-mailadres als naam@gemeente.nl")
    return value


Recipient = Annotated[Mailbox, AfterValidator(_filled)]


class Smtp(Strict):
    """A server that sends mail; its password stands in a file outside the parameters (SOCDOM_MAILWACHTWOORD)."""

    server: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9.:-]{0,252}$")
    poort: int = Field(587, ge=1, le=65535)
    beveiliging: Literal["starttls", "tls", "geen"] = "starttls"
    gebruiker: str = ""
    afzender: Recipient

    @model_validator(mode="after")
    def _password_stays_secret(self) -> Smtp:
        if self.gebruiker and self.beveiliging == "geen":
            raise ValueError(
                "zonder beveiliging is het wachtwoord onderweg te lezen; kies starttls of tls, of haal gebruiker weg"
            )
        return self


class Berichten(Strict):
    """Without a server nothing is mailed; what there is to tell stands in the log and in `socdom status`.

    Attributes:
        beheerder: who hears that something fails, waits or is ready.
        duiding: who is reminded of duiding that is still missing.
        opnieuw_na_dagen: days after which a failure that lasts is told again.
    """

    smtp: Smtp | None = None
    beheerder: tuple[Recipient, ...] = Field((), max_length=20)
    duiding: tuple[Recipient, ...] = Field((), max_length=20)
    opnieuw_na_dagen: int = Field(7, ge=1, le=90)

    @model_validator(mode="after")
    def _somebody_gets_it(self) -> Berichten:
        if self.smtp is not None and not self.beheerder:
            raise ValueError("er is een mailserver en niemand om aan te schrijven; vul beheerder in")
        if self.smtp is None and (self.beheerder or self.duiding):
            raise ValueError(
                "er zijn adressen en er is geen mailserver; vul smtp in, of haal de adressen weg"
            )
        return self
