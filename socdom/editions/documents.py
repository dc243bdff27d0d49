"""What the documents of an edition say beside figures: the letter, questions to the council, the meeting, errata."""

from __future__ import annotations

from datetime import date
from typing import Literal

from socdom.editions.record import Record

DocumentKind = Literal["rapport", "brief", "bijeenkomst"]


class ContactRecord(Record):
    """The official the council can call."""

    name: str = ""
    phone: str = ""
    email: str = ""


class LetterRecord(Record):
    """The fields of the council information letter; "" and None are not filled in.

    Attributes:
        sender: lines of the address above the letter.
        reference, case, number: uw kenmerk, zaaknummer, nummer raadsinformatiebrief.
        finances, actions, next_steps: what people wrote for this letter.
        enclosures: beside the report and the figures.
        college, secretary, mayor: who signs; the roles are their functions.
    """

    sender: tuple[str, ...] = ()
    to: str = "de gemeenteraad"
    salutation: str = "Geachte raadsleden,"
    day: date | None = None
    reference: str = ""
    case: str = ""
    number: str = ""
    subject: str = ""
    contact: ContactRecord = ContactRecord()
    finances: str = ""
    actions: str = ""
    next_steps: str = ""
    enclosures: tuple[str, ...] = ()
    college: str = ""
    secretary: str = ""
    secretary_role: str = "secretaris"
    mayor: str = ""
    mayor_role: str = "burgemeester"


class MeetingRecord(Record):
    """When and where the council talks about the figures."""

    day: date | None = None
    time: str = ""
    place: str = ""


class ErratumRecord(Record):
    """What was wrong in an earlier version, and what it must be."""

    day: date
    where: str
    wrong: str
    right: str


class DocumentsRecord(Record):
    """What goes into the documents.

    Attributes:
        kinds: the documents that are made.
        asked: what the council is asked to do; "" when that is not written.
        questions: for the conversation in the council.
        dashboard: address of the dashboard; "" when there is none.
    """

    kinds: tuple[DocumentKind, ...] = ("rapport", "brief", "bijeenkomst")
    asked: Literal["", "kennisnemen", "bespreken", "besluiten"] = ""
    questions: tuple[str, ...] = ()
    letter: LetterRecord = LetterRecord()
    meeting: MeetingRecord = MeetingRecord()
    errata: tuple[ErratumRecord, ...] = ()
    dashboard: str = ""
