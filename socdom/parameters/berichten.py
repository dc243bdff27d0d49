"""Who gets which mail, and through which server. Field names are those of the yml files, so they are Dutch."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from socdom.parameters.addresses import Mailbox
from socdom.parameters.strict import Strict


class Smtp(Strict):
    """A server that sends mail; its password stands in a file outside the parameters (SOCDOM_MAILWACHTWOORD)."""

    server: str = Field(min_length=1)
    poort: int = Field(587, ge=1, le=65535)
    beveiliging: Literal["starttls", "tls", "geen"] = "starttls"
    gebruiker: str = ""
    afzender: Mailbox = Field(min_length=1)


class Berichten(Strict):
    """Without a server nothing is mailed; what there is to tell stands in the log and in `socdom status`."""

    smtp: Smtp | None = None
    beheerder: tuple[Mailbox, ...] = ()
    duiding: tuple[Mailbox, ...] = ()
