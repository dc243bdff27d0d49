"""The letter of an edition: its fields, its parts and who signs.

The fields are those of a letter of a college to its council. The texts of people in it are of the college itself, so
they stay in a municipality that shows its figures without explanation.
"""

from __future__ import annotations

from socdom import dutch
from socdom.editions.documents import LetterRecord
from socdom.editions.model import EditionMeta
from socdom.editions.read import Edition
from socdom.narrative.errata import errata_lines
from socdom.narrative.wording import capital
from socdom.report.letter.fields import TO_FILL_IN, open_fields
from socdom.report.letter.model import (
    LetterContent,
    Paragraph,
    Reference,
    Signatory,
    Text,
    filled,
    link,
    plain,
)
from socdom.report.letter.parts import has_report, parts

_NONE = "geen"


def letter_of(edition: Edition) -> LetterContent:
    """The letter; what is compulsory and empty stands in it as "[in te vullen]"."""
    meta, letter = edition.meta, edition.documents.letter
    subject = subject_of(edition)
    return LetterContent(
        title=f"Raadsinformatiebrief: {subject} | {meta.title}",
        fictional=f"{meta.title} bestaat niet. Alle cijfers zijn verzonnen." if meta.fictional else "",
        notices=_notices(edition),
        municipality=meta.title,
        sender=letter.sender,
        left=_left(letter),
        right=_right(letter),
        below=(_enclosures(edition),),
        subject=subject,
        salutation=letter.salutation,
        opening=Paragraph(plain(_opening(edition))),
        parts=tuple(parts(edition)),
        closing="Met vriendelijke groet,",
        college=filled(capital(letter.college)),
        signatories=(
            Signatory(filled(letter.secretary), letter.secretary_role),
            Signatory(filled(letter.mayor), letter.mayor_role),
        ),
        dashboard=edition.documents.dashboard,
    )


def subject_of(edition: Edition) -> str:
    """What the letter is about: as people wrote it, or the report with its quarter."""
    return edition.documents.letter.subject or report_name(edition.meta)


def report_name(meta: EditionMeta) -> str:
    """ "Kwartaalrapportage sociaal domein, 4e kwartaal 2020" """
    return f"Kwartaalrapportage sociaal domein, {meta.quarter.label}"


def _notices(edition: Edition) -> tuple[str, ...]:
    empty = len(open_fields(edition.documents.letter))
    concept = "Concept: het college kan deze brief nog veranderen." if edition.meta.state == "concept" else ""
    to_do = f"Nog niet klaar: in deze brief staat {dutch.number(empty)} keer {TO_FILL_IN}." if empty else ""
    return tuple(notice for notice in (*errata_lines(edition), concept, to_do) if notice)


def _left(letter: LetterRecord) -> tuple[Reference, ...]:
    return (
        Reference("Aan", (plain(letter.to),)),
        Reference("Datum", (filled(dutch.day(letter.day) if letter.day else ""),)),
        Reference("Uw kenmerk", (plain(letter.reference or _NONE),)),
        Reference("Zaaknummer", (filled(letter.case),)),
        Reference("Raadsinformatiebrief nr.", (filled(letter.number),)),
    )


def _right(letter: LetterRecord) -> tuple[Reference, ...]:
    contact = letter.contact
    return (
        Reference("Contactpersoon", (filled(contact.name),)),
        Reference("Telefoon", (filled(contact.phone),)),
        Reference("E-mail", (_mail(contact.email),)),
    )


def _mail(address: str) -> Text:
    return link(address, f"mailto:{address}") if address else filled("")


def _enclosures(edition: Edition) -> Reference:
    """How many there are, and their names: the report and the figures by themselves, then those people name."""
    report = (report_name(edition.meta),) if has_report(edition) else ()
    names = (*report, "Cijfers over het sociaal domein (Excel en csv)", *edition.documents.letter.enclosures)
    return Reference(f"Bijlagen ({len(names)})", tuple(plain(name) for name in names))


def _opening(edition: Edition) -> str:
    """Why this letter. Published figures are of years that differ, so what they share is the day they were known."""
    meta = edition.meta
    until = f"tot en met het {meta.quarter.label}"
    if not meta.own_registration:
        until = f"die op {dutch.day(meta.figures_as_of)} bekend waren"
    if has_report(edition):
        return f"Wij sturen u het kwartaalrapport over het sociaal domein, met de cijfers {until}."
    return f"Wij sturen u de cijfers over het sociaal domein {until}."
