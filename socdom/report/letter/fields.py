"""The compulsory fields of the letter, and which of them are still empty.

A letter of the college goes out with its own date, numbers, a contact person and who signs: those are compulsory.
"Uw kenmerk" is not: it is the mark of a letter this one answers, and mostly there is none. What people write about
money, actions and what follows is not either: the computed sentences of those parts stand by themselves.
"""

from __future__ import annotations

from socdom.editions.documents import LetterRecord

TO_FILL_IN = "[in te vullen]"


def open_fields(record: LetterRecord) -> list[str]:
    """Dutch names of the compulsory fields that are empty, in the order of the letter."""
    return [name for name, value in _compulsory(record).items() if not value.strip()]


def _compulsory(record: LetterRecord) -> dict[str, str]:
    return {
        "datum": record.day.isoformat() if record.day else "",
        "zaaknummer": record.case,
        "nummer raadsinformatiebrief": record.number,
        "contactpersoon: naam": record.contact.name,
        "contactpersoon: telefoon": record.contact.phone,
        "contactpersoon: e-mail": record.contact.email,
        "ondertekening: college": record.college,
        "ondertekening: secretaris": record.secretary,
        "ondertekening: burgemeester": record.mayor,
    }
