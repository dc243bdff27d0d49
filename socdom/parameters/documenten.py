"""The documents of a quarter: which ones, what is asked of the council, the letter, the meeting and corrections.

Field names are those of the yml files, so they are Dutch.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from socdom.parameters.addresses import Mailbox
from socdom.parameters.strict import Strict, Stripped
from socdom.person_numbers import has_person_number

Soort = Literal["rapport", "brief", "bijeenkomst"]
SOORTEN: tuple[Soort, ...] = ("rapport", "brief", "bijeenkomst")
Gevraagd = Literal["kennisnemen", "bespreken", "besluiten"]


def _of_nobody(text: str) -> str:
    """What people write here goes to the council; numbers of a case or an address have fields of their own."""
    if has_person_number(text):
        raise ValueError(
            "hier mag geen nummer staan dat een BSN kan zijn. Haal het weg; schrijf een groot bedrag als 123,4 miljoen"
        )
    return text


Told = Annotated[str, AfterValidator(_of_nobody)]
Line = Annotated[Told, Field(min_length=2, max_length=300)]
_AddressLine = Annotated[str, Field(min_length=2, max_length=300)]

# A number of ten digits, from abroad too, or the short number of a municipality ("14 0123").
_PHONE = re.compile(r"(0\d{9}|(\+|00)31\d{9}|140\d{2,3})")


def _phone(value: str) -> str:
    if value and not _PHONE.fullmatch(re.sub(r"[\s()-]", "", value)):
        raise ValueError("hier hoort een telefoonnummer van tien cijfers, als 0123 456 789, of als 14 0123")
    return value


def _quoted(value: object) -> object:
    """A number of a case is text: yml would drop a zero in front."""
    if isinstance(value, int | float):
        raise ValueError('hier hoort tekst; zet een nummer tussen aanhalingstekens, als "0123"')
    return value


Short = Annotated[str, Field(max_length=120), BeforeValidator(_quoted)]


class Contact(Stripped):
    """The official the council can call; the only person the letter names beside those who sign."""

    naam: Short = ""
    telefoon: Annotated[str, AfterValidator(_phone)] = ""
    email: Mailbox = ""


class Ondertekening(Stripped):
    """Who signs: the college, by its secretary and mayor."""

    college: Short = Field("", description="als: het college van burgemeester en wethouders van Lindeveen")
    secretaris: Short = Field("", description="naam")
    functie_secretaris: Short = Field("secretaris", description="of: loco-secretaris")
    burgemeester: Short = Field("", description="naam")
    functie_burgemeester: Short = Field("burgemeester", description="of: waarnemend burgemeester")


class BriefVast(Stripped):
    """What is the same in every letter, in `gemeente.yml`."""

    afzender: tuple[_AddressLine, ...] = Field((), max_length=5, description="adresregels boven de brief")
    aan: Short = Field("de gemeenteraad", min_length=2)
    aanhef: Short = Field("Geachte raadsleden,", min_length=2)
    contact: Contact = Contact()
    ondertekening: Ondertekening = Ondertekening()


class Brief(Stripped):
    """The letter of a quarter, in `kwartaal.yml`; an empty compulsory field shows as [in te vullen].

    `financieel`, `wat_doen_wij` and `vervolg` are written by people: plain text, an empty line between paragraphs.
    """

    datum: date | None = None
    uw_kenmerk: Short = ""
    zaaknummer: Short = ""
    nummer: Short = Field("", description="nummer raadsinformatiebrief")
    betreft: Annotated[Short, AfterValidator(_of_nobody)] = ""
    contact: Contact | None = Field(None, description="alleen als die anders is dan in gemeente.yml")
    financieel: Told = ""
    wat_doen_wij: Told = ""
    vervolg: Told = ""
    bijlagen: tuple[Line, ...] = Field((), max_length=8, description="naast het rapport en de cijfers")


class Bijeenkomst(Strict):
    """The meeting with the council about the figures of this quarter."""

    datum: date | None = None
    tijd: Told = ""
    plaats: Told = ""


class Erratum(Strict):
    """What was wrong in an earlier version of a report that was definitive."""

    datum: date
    waar: Line
    fout: Line
    goed: Line
