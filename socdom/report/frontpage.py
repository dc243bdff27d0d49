"""The first page of the report: what it is, the main lines, and where to find the rest."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from socdom import blocks, dutch, narrative
from socdom.editions.model import EditionMeta
from socdom.editions.read import Edition
from socdom.report.sections import joined

_KINDS = {
    "kern": "Editie kern: hooguit 8 pagina’s, ongeveer een kwartier lezen",
    "uitgebreid": "Editie uitgebreid: alle cijfers",
}

_HEADER = Markup(
    '<header class="vel-kop">{mark}'
    "<p><strong>{municipality}</strong><br>Dashboard sociaal domein</p>"
    '<p class="rechts klein">Versie {version}, {state}<br>Cijfers ontvangen tot en met {day}</p></header>'
)
_TITLE = Markup(
    '<p class="soort" data-kort="{short}">{kind}</p>\n<h1>Kwartaalrapportage sociaal domein, {quarter}</h1>\n'
    '<p class="lead">{lead}</p>'
)
_CONTENTS = Markup(
    '<nav class="inhoud" aria-labelledby="inhoud-titel"><h2 id="inhoud-titel">In dit rapport</h2>'
    "<ol>{}</ol></nav>"
)
_ENTRY = Markup('<li><a href="#{}">{}</a></li>')


def opening(edition: Edition, editie: str) -> Markup:
    """HTML of what stands above the main lines: that it is fictional, the header, the title and the lead."""
    title = _TITLE.format(
        kind=_KINDS[editie],
        short=f"Editie {editie}",
        quarter=edition.meta.quarter.label,
        lead=narrative.lead(edition),
    )
    return joined([blocks.notice(edition), header(edition.meta), blocks.errata(edition), title])


def header(meta: EditionMeta) -> Markup:
    """Who the report is of, its version and the date of its figures."""
    return _HEADER.format(
        mark=blocks.mark(meta),
        municipality=meta.title,
        version=meta.version,
        state=meta.state,
        day=dutch.day(meta.figures_as_of),
    )


def contents_list(links: Mapping[str, str]) -> Markup:
    """HTML of the contents.

    Args:
        links: id of a part → its title, in order.
    """
    return _CONTENTS.format(joined(_ENTRY.format(target, title) for target, title in links.items()))
