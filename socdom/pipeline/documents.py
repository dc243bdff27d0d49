"""What the parameters say about the documents of a quarter, as it stands in the edition."""

from __future__ import annotations

from socdom.editions.documents import (
    ContactRecord,
    DocumentsRecord,
    ErratumRecord,
    LetterRecord,
    MeetingRecord,
)
from socdom.parameters import Gemeente, Kwartaal


def documents_record(gemeente: Gemeente, kwartaal: Kwartaal) -> DocumentsRecord:
    """The documents of a quarter, from the parameters of the municipality and of the quarter."""
    meeting = kwartaal.bijeenkomst
    return DocumentsRecord(
        kinds=kwartaal.documenten,
        asked=kwartaal.gevraagd or "",
        questions=kwartaal.gespreksvragen,
        letter=_letter(gemeente, kwartaal),
        meeting=MeetingRecord(day=meeting.datum, time=meeting.tijd, place=meeting.plaats),
        errata=errata_records(kwartaal),
        dashboard=gemeente.dashboard_adres,
    )


def errata_records(kwartaal: Kwartaal) -> tuple[ErratumRecord, ...]:
    """What was wrong in earlier versions, as people wrote it."""
    return tuple(
        ErratumRecord(day=item.datum, where=item.waar, wrong=item.fout, right=item.goed)
        for item in kwartaal.errata
    )


def _letter(gemeente: Gemeente, kwartaal: Kwartaal) -> LetterRecord:
    fixed, letter = gemeente.brief, kwartaal.brief
    contact, signed = letter.contact or fixed.contact, fixed.ondertekening
    return LetterRecord(
        sender=fixed.afzender,
        to=fixed.aan,
        salutation=fixed.aanhef,
        day=letter.datum,
        reference=letter.uw_kenmerk,
        case=letter.zaaknummer,
        number=letter.nummer,
        subject=letter.betreft,
        contact=ContactRecord(name=contact.naam, phone=contact.telefoon, email=contact.email),
        finances=letter.financieel,
        actions=letter.wat_doen_wij,
        next_steps=letter.vervolg,
        enclosures=letter.bijlagen,
        college=signed.college,
        secretary=signed.secretaris,
        secretary_role=signed.functie_secretaris,
        mayor=signed.burgemeester,
        mayor_role=signed.functie_burgemeester,
    )
