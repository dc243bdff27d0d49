"""The first page of the report: what it is, the main lines, and where to find the rest."""

from __future__ import annotations

from markupsafe import Markup

from socdom import blocks, dutch, narrative
from socdom.blocks.cards import newest_key_figures
from socdom.editions.model import THEMES, EditionMeta
from socdom.editions.read import Edition
from socdom.report import agreements
from socdom.report.sections import joined
from socdom.report.selection import absent_themes, shown_themes

_STATES = {"concept": "Concept", "definitief": "Definitief"}
_KINDS = {"kern": "Editie kern: de hoofdlijnen", "uitgebreid": "Editie uitgebreid: alle cijfers"}

_HEADER = Markup(
    '<header class="vel-kop">'
    '<svg class="merkteken" viewBox="0 0 44 44" aria-hidden="true" focusable="false">'
    '<path fill="{accent}" d="M0 0H44V44H0Z"/>'
    '<path fill="#fff" d="M11 29C11 16 18 8 33 8C33 21 26 29 11 29Z"/>'
    '<path fill="none" stroke="{accent}" stroke-width="2" d="M11 29L26 14.5"/>'
    '<path fill="#fff" d="M8 34H36V37H8Z"/></svg>'
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


def front_page(edition: Edition, editie: str) -> Markup:
    """HTML of the first page; it holds the only h1 of the report."""
    meta = edition.meta
    title = _TITLE.format(
        kind=_KINDS[editie],
        short=f"Editie {editie}",
        quarter=meta.quarter.label,
        lead=narrative.lead(edition),
    )
    main_lines = blocks.main_lines(edition)
    return joined([blocks.notice(edition), header(meta), title, main_lines, contents(edition, editie)])


def header(meta: EditionMeta) -> Markup:
    """Who the report is of, its version and the date of its figures."""
    return _HEADER.format(
        accent=meta.accent,
        municipality=meta.title,
        version=meta.version,
        state=_STATES[meta.state].lower(),
        day=dutch.day(meta.figures_as_of),
    )


def contents(edition: Edition, editie: str) -> Markup:
    """Links to the parts, in their order; on paper the page number stands behind them."""
    shown = shown_themes(edition, editie)
    with_key_figures = any(newest_key_figures(edition, theme) for theme in edition.themes())
    links = {"kerngetallen": "Kerngetallen"} if with_key_figures else {}
    if agreements.pieces(edition, editie):
        links[agreements.IDENTIFIER] = agreements.TITLE
    for theme, title in THEMES.items():
        if theme in shown:
            links[theme] = title
        elif theme in absent_themes(edition):
            links[f"geen-{theme}"] = f"{title}: geen eigen registratie"
    if edition.policy_indicators():
        links["beleidsindicatoren-deel"] = "Beleidsindicatoren"
    if editie == "uitgebreid":
        links["vergelijken-deel"] = "Vergelijken"
    links |= {"ontwikkelingen": "Ontwikkelingen", "over-de-cijfers": "Over deze cijfers"}
    return _CONTENTS.format(joined(_ENTRY.format(target, title) for target, title in links.items()))
