"""The first page: the main message, the main lines, where to begin, what changed and the key figures."""

from __future__ import annotations

from markupsafe import Markup

from socdom import blocks, dutch, narrative
from socdom.dashboard.asking.questions import start_questions
from socdom.dashboard.downloads.offered import documents
from socdom.dashboard.frame import page
from socdom.dashboard.menu import OVERVIEW, theme_links
from socdom.editions.model import THEMES
from socdom.editions.read import Edition

# When figures come again, by whether the municipality delivers its own registrations.
_RHYTHM = {
    True: "Na elk kwartaal komen er nieuwe cijfers.",
    False: "De meeste cijfers komen één keer per jaar.",
}


def overview(edition: Edition) -> str:
    """The complete first page."""
    links, meeting = theme_links(edition), edition.documents.meeting
    return page(
        edition,
        "overzicht",
        OVERVIEW,
        "Overzicht",
        lead=narrative.lead(edition),
        main_lines=Markup(blocks.main_lines(edition, links=links)),
        changes=Markup(blocks.changes(edition)),
        questions=start_questions(edition),
        key_figures=[Markup(row) for row in blocks.key_figure_rows(edition, links=links)],
        no_registration=Markup(blocks.no_registration(edition, *absent_themes(edition))),
        legend=blocks.key_figure_notes(edition),
        developments=Markup(blocks.developments(edition)),
        documents=documents(edition),
        meeting=dutch.day(meeting.day) if meeting.day else "",
        rhythm=_RHYTHM[edition.meta.own_registration],
    )


def absent_themes(edition: Edition) -> tuple[str, ...]:
    """Themes of which this edition has no figures, while the council may expect them."""
    return tuple(key for key in THEMES if key not in edition.themes() and key != "bevolking")
