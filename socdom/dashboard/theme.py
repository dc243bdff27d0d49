"""A theme page as pieces of HTML: opening, what is chosen, the blocks, the question. No widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from socdom import blocks, narrative
from socdom.dashboard.frame import environment
from socdom.dashboard.questions import KINDS, mailto
from socdom.dashboard.state import Selection, selection
from socdom.editions.model import THEMES
from socdom.editions.read import Edition

_HEADINGS = {
    "jeugd": "Jeugd: welke hulp krijgen jongeren?",
    "wmo": "Wmo: welke hulp krijgen inwoners?",
    "inkomen": "Werk en inkomen: wie krijgt bijstand?",
    "schulden": "Schulden: wie krijgt hulp?",
    "samenhang": "Samenhang: wie krijgt hulp uit meer wetten?",
    "geld": "Geld: wat geeft de gemeente uit?",
    "bevolking": "Inwoners: hoeveel mensen wonen hier?",
}


def opening(edition: Edition, theme: str) -> str:
    """Heading of the page and its main message, about the whole municipality."""
    present = theme in edition.themes()
    lead = narrative.theme_lead(edition, theme) if present else ""
    return _render("opening", heading=_HEADINGS[theme], lead=lead)


def preview(edition: Edition, theme: str, blocks: Sequence[str]) -> str:
    """The whole page as it is without a choice: what a reader sees until its kernel is there.

    Args:
        blocks: its content, as `content` gives it without a choice.
    """
    return _render(
        "preview",
        opening=opening(edition, theme),
        choices=bool(selection(edition, theme).controls),
        blocks=[Markup(block) for block in blocks],
    )


def chosen(choice: Selection, turn: int) -> str:
    """The choice in words, which the page also reads aloud and puts in its address.

    Args:
        turn: number of the change; another number tells the page that an answer came.
    """
    return _render("chosen", words=choice.words, address=choice.permalink, turn=turn)


def content(edition: Edition, theme: str, choice: Selection) -> list[str]:
    """The blocks of the page for a choice, in order; for a theme without figures the block that says so."""
    found = blocks.theme_page(edition, theme, area=choice.area, period=choice.period, unit=choice.unit)
    return [*found, *_asked(edition, theme, choice)]


def content_blocks(edition: Edition, theme: str, choice: Selection) -> list[blocks.Block]:
    """The same as `content`, in which what is folded is still to be made."""
    found = blocks.theme_blocks(edition, theme, area=choice.area, period=choice.period, unit=choice.unit)
    return [*found, *map(blocks.Block, _asked(edition, theme, choice))]


def _asked(edition: Edition, theme: str, choice: Selection) -> list[str]:
    return [question(edition, theme, choice)] if theme in edition.themes() else []


def question(edition: Edition, theme: str, choice: Selection) -> str:
    """Links to ask the griffie about this page, with the choice filled in."""
    meta, title = edition.meta, THEMES[theme]
    links = [(kind, mailto(meta, kind, title, choice.words)) for kind in KINDS]
    filled_in = "Uw keuze op deze pagina" if choice.controls else "De naam van deze pagina"
    return _render("question", title=title, links=links, days=meta.answer_days, filled_in=filled_in)


def fault(theme: str = "") -> str:
    """What a reader sees where something went wrong; with the heading of the page when a theme is named."""
    return _render("fault", heading=_HEADINGS.get(theme, ""))


def _render(name: str, **values: object) -> Markup:
    return Markup(environment().get_template(f"theme_{name}.html.j2").render(values))
