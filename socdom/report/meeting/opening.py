"""The first slides: what this is, what the council can expect, the main lines, and what changed."""

from __future__ import annotations

from socdom import blocks, dutch, narrative
from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table
from socdom.editions.changes import ChangesRecord, RevisedFigure
from socdom.editions.model import EditionMeta
from socdom.editions.read import Edition
from socdom.narrative.changes import change_lines, since
from socdom.narrative.errata import correction_status, errata_title, newest_errata
from socdom.narrative.wording import capital
from socdom.quarters import period_label
from socdom.report.meeting.slide import Note, nothing, points, slide, table
from socdom.report.sections import Section

_MOST_REVISED, _MOST_CHANGES, _MOST_ERRATA = 4, 5, 4
_ASKED = {
    "kennisnemen": "Het college vraagt u om kennis te nemen van deze cijfers.",
    "bespreken": "Het college vraagt u om deze cijfers te bespreken.",
    "besluiten": "Het college vraagt u om een besluit.",
}
_MARKS = Note(
    "Wat betekenen de tekens?",
    "Een open stip, een stippellijn of een sterretje (*) betekent: dit cijfer is voorlopig. "
    "Een punt (.) betekent: dit cijfer is geheim, om mensen te beschermen.",
)
_NO_CAUSE = Note(
    "Zeggen de cijfers waarom iets verandert?",
    "Nee. Zij laten zien wat er gebeurt. De uitleg van mensen staat in het kwartaalrapport, als die er is.",
)
_NO_CAUSE_WITHOUT = Note(_NO_CAUSE.head, "Nee. Zij laten zien wat er gebeurt, niet waarom.")


def title(edition: Edition) -> Section:
    """What, when and where; it holds the only h1."""
    meta, meeting = edition.meta, edition.documents.meeting
    when = [dutch.day(meeting.day)] if meeting.day else []
    when += [text for text in (meeting.time, meeting.place) if text]
    body = render(
        "slide_title",
        notice=f"{meta.title} bestaat niet. Alle cijfers zijn verzonnen." if meta.fictional else "",
        mark=blocks.mark(meta),
        name=meta.title,
        when=", ".join(when),
        corrected=errata_title(edition) if edition.documents.errata else "",
        version=f"Versie {meta.version}, {meta.state}.",
        day=dutch.day(meta.figures_as_of),
    )
    heading = f"Cijfers over het sociaal domein, {dutch.unbroken(meta.quarter.label)}"
    return slide(heading, body, _about(meta), label="Bijeenkomst met de raad", level=1)


def _about(meta: EditionMeta) -> tuple[Note, ...]:
    told = f"Wij telden alles mee wat tot en met {dutch.day(meta.figures_as_of)} binnen was."
    return Note("Hoe nieuw zijn deze cijfers?", told), _MARKS


def corrected(edition: Edition) -> Section:
    """What was wrong in an earlier version; nothing where nothing was."""
    found = newest_errata(edition)
    if not found:
        return nothing("Wat is er verbeterd?")
    rows = tuple(
        Row(item.where, (Cell(item.wrong, numeric=False), Cell(item.right, numeric=False)))
        for item in found[:_MOST_ERRATA]
    )
    left = len(found) - len(rows)
    more = f"Nog {dutch.number(left)} andere staan in het kwartaalrapport." if left else ""
    columns = ("Waar", "Er stond", "Dit moet zijn")
    listed = Table("dia-verbeterd", "Wat is er verbeterd?", columns, rows, (more,) if more else ())
    days = dutch.listing(list(dict.fromkeys(dutch.day(item.day) for item in found)))
    notes = (Note("Wanneer is dit verbeterd?", f"Op {days}."),)
    status = correction_status(edition)
    return slide("Wat is er verbeterd?", table(listed, status), notes, label=errata_title(edition))


def expected(edition: Edition, parts: list[str]) -> Section:
    """What the council can expect.

    Args:
        edition: where the figures stand.
        parts: what comes, a sentence each.
    """
    explained = edition.meta.profile == "met duiding"
    body = points(parts, numbered=True, lead=_ASKED.get(edition.documents.asked, ""))
    notes = (_NO_CAUSE if explained else _NO_CAUSE_WITHOUT, _MARKS)
    return slide("Wat kunt u verwachten?", body, notes, label="Vandaag")


def main_lines(edition: Edition) -> Section:
    """The main lines, as the report and the dashboard tell them."""
    lines = narrative.main_lines(edition)
    if not lines:
        return nothing("Hoofdlijnen")
    body = render("slide_lines", lines=lines, status=narrative.status_note(edition))
    asked = "Zijn dit alle cijfers?"
    notes = (
        Note(asked, "Nee. Van elk thema staat hier één cijfer. Het dashboard heeft ze allemaal."),
        _MARKS,
    )
    return slide("De hoofdlijnen", body, notes, label="In het kort")


def changes(edition: Edition) -> Section:
    """What changed since the edition before; nothing for a first edition."""
    record = edition.changes
    if record is None:
        return nothing("Wat is er veranderd?")
    lines = change_lines(edition, record)
    body = render("slide_changes", lines=lines[:_MOST_CHANGES], t=_revised(edition, record))
    notes = [*(Note("Ook veranderd", line) for line in lines[_MOST_CHANGES:]), *_reasons(edition, record)]
    return slide("Wat is er veranderd?", body, notes, label=capital(since(record)))


def _revised(edition: Edition, record: ChangesRecord) -> Table | None:
    """The newest figures that were revised, with the old and the new number."""
    if not record.revised:
        return None
    shown = record.revised[:_MOST_REVISED]
    left = len(record.revised) - len(shown)
    note = f"Nog {dutch.number(left)} andere staan in het dashboard." if left else ""
    return Table(
        id="dia-herzien",
        caption="Herziene cijfers",
        columns=("Cijfer", "Was", "Is nu"),
        rows=tuple(_revised_row(edition, item) for item in shown),
        notes=(note,) if note else (),
    )


def _revised_row(edition: Edition, item: RevisedFigure) -> Row:
    about = edition.descriptions[item.indicator]
    cells = Cell(about.text(item.old)), Cell(about.text(item.new), kind="nu")
    return Row(capital(about.short), cells, label=period_label(item.period))


def _reasons(edition: Edition, record: ChangesRecord) -> list[Note]:
    """Why figures were revised; each reason once."""
    reasons = list(dict.fromkeys(item.reason for item in record.revised[:_MOST_REVISED]))
    found = [Note("Waarom is een cijfer herzien?", " ".join(reasons))] if reasons else []
    return found or [Note("Wat is herzien?", "Geen enkel cijfer dat wij eerder lieten zien.")]
