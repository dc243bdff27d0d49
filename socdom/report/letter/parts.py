"""The parts of the body of the letter: what figures say, what people wrote, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from socdom import dutch
from socdom.editions.documents import MeetingRecord
from socdom.editions.read import Edition
from socdom.narrative.changes import since
from socdom.narrative.letter import letter_changes, letter_lines, letter_money, letter_status
from socdom.narrative.overview import MainLine
from socdom.report.letter.model import Paragraph, Part, Points, Run, Text, link, plain, written

_MOST_QUESTIONS = 3
_ASKED = {
    "": "Met deze brief informeren wij u. Wij vragen geen besluit.",
    "kennisnemen": "Wij vragen u om kennis te nemen van deze cijfers.",
    "bespreken": "Wij vragen u om deze cijfers te bespreken.",
    "besluiten": "Wij vragen u om te besluiten. Het voorstel daarvoor is een apart stuk.",
}
_SUPPLEMENT = "Deze cijfers vullen de begroting en de jaarstukken aan. Zij vervangen die niet."
_WHAT_WE_DO = "Wat doet het college?"


def parts(edition: Edition) -> Iterator[Part]:
    """The parts in their order; one about which nothing is known is left out."""
    yield _main_lines(edition)
    yield from _changes(edition)
    yield _money(edition)
    yield from _actions(edition)
    yield _asked(edition)
    yield _next(edition)
    yield _more(edition)


def has_report(edition: Edition) -> bool:
    """Whether the letter comes with the report."""
    return "rapport" in edition.documents.kinds


def _main_lines(edition: Edition) -> Part:
    lines = [_line(line) for line in letter_lines(edition)]
    told = letter_status(edition)
    note = Paragraph(
        plain(f"{told} In het rapport staat dat er steeds bij." if has_report(edition) else told)
    )
    return Part("hoofdlijnen", "De hoofdlijnen", (*((Points(tuple(lines)),) if lines else ()), note))


def _line(line: MainLine) -> Text:
    runs = (Run(line.before), Run(line.strong, "strong"), Run(line.after))
    return tuple(run for run in runs if run.text)


def _changes(edition: Edition) -> Iterator[Part]:
    told = letter_changes(edition)
    if edition.changes and told:
        text = " ".join((f"Dit veranderde {since(edition.changes)}.", *told))
        yield Part("veranderd", "Wat veranderde?", (Paragraph(plain(text)),))


def _money(edition: Edition) -> Part:
    """What the figures say, what people wrote, and how it stands to the products of planning and control."""
    told, document = letter_money(edition), edition.meta.pc_document
    official = f"{_SUPPLEMENT} De officiële cijfers staan in: {document}." if document else _SUPPLEMENT
    return Part(
        "geld-gevolgen",
        "Geld",
        (Paragraph(plain(" ".join((*told, official)))), *written(edition.documents.letter.finances)),
    )


def _actions(edition: Edition) -> Iterator[Part]:
    """What the college does, as people wrote it; else where in the report it stands, if it does."""
    blocks = written(edition.documents.letter.actions)
    if (
        not blocks
        and has_report(edition)
        and any(item.parts.get(_WHAT_WE_DO, "").strip() for item in edition.duiding)
    ):
        blocks = (Paragraph(plain("In het rapport staat bij de cijfers wat het college doet.")),)
    if blocks:
        yield Part("wat-doen-wij", "Wat doen wij?", blocks)


def _asked(edition: Edition) -> Part:
    documents = edition.documents
    shown = documents.questions[:_MOST_QUESTIONS]
    blocks: tuple[Paragraph | Points, ...] = (Paragraph(plain(_ASKED[documents.asked])),)
    if shown:
        blocks = (
            Paragraph(plain(f"{_ASKED[documents.asked]} Vragen voor het gesprek zijn:")),
            Points(tuple(plain(question) for question in shown), numbered=True),
        )
    return Part("gevraagd", "Wat vragen wij u?", blocks)


def _next(edition: Edition) -> Part:
    coming = f"Het volgende rapport gaat over het {(edition.meta.quarter + 1).label}."
    meeting = _meeting(edition.documents.meeting)
    told = " ".join(text for text in (edition.documents.letter.next_steps.rstrip(), meeting, coming) if text)
    return Part("vervolg", "Hoe verder?", written(told))


def _meeting(meeting: MeetingRecord) -> str:
    """ "Op 4 maart 2021 om 20.00 uur is er een bijeenkomst over de cijfers, in de raadzaal." "" without a day."""
    if meeting.day is None:
        return ""
    time = f" om {meeting.time}" if meeting.time else ""
    place = f" Plaats: {meeting.place}." if meeting.place else ""
    return f"Op {dutch.day(meeting.day)}{time} is er een bijeenkomst over de cijfers.{place}"


def _more(edition: Edition) -> Part:
    address, mail = edition.documents.dashboard, edition.meta.griffie_email
    dashboard = (
        (Run("Alle cijfers staan in het dashboard: "), *link(address, address), Run(". ")) if address else ()
    )
    questions = (
        Run("Vragen over de cijfers stelt u aan de griffie: "),
        *link(mail, f"mailto:{mail}"),
        Run("."),
    )
    return Part("meer", "Meer weten?", (Paragraph((*dashboard, *questions)),))
