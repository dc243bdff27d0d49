"""A page with choices as pieces of HTML: opening, controls, blocks, the choice in words. No widgets here."""

from __future__ import annotations

from markupsafe import Markup

from socdom.blocks import Block
from socdom.dashboard.asking.answers import answers_about_page
from socdom.dashboard.choosing import ChoicePage
from socdom.dashboard.frame import environment, page
from socdom.dashboard.links import question_address
from socdom.dashboard.state import Selection
from socdom.editions.read import Edition

_MOST_ANSWERS = 3


def finished(edition: Edition, about: ChoicePage) -> str:
    """The complete page as it is without a choice, with its controls: what every reader gets at once."""
    choice = about.selection(edition)
    return page(
        edition,
        "keuzepagina",
        about.address,
        about.title,
        opening=opening(edition, about),
        target=about.address,
        controls=choice.controls,
        words=choice.words,
        blocks=[Markup(block.finish()) for block in content(edition, about, choice)],
    )


def opening(edition: Edition, about: ChoicePage) -> str:
    """Heading of the page and its main message, about the whole municipality; it says so where one can choose."""
    whole = edition.meta.name if about.selection(edition).controls else ""
    return _render("opening", heading=about.heading, lead=about.lead(edition), whole=whole)


def content(edition: Edition, about: ChoicePage, choice: Selection) -> list[Block]:
    """The blocks of the page for a choice, in order, the question to the griffie last."""
    asked = [Block(question(edition, about, choice))] if about.present(edition) else []
    return [*about.blocks(edition, choice), *asked]


def question(edition: Edition, about: ChoicePage, choice: Selection) -> str:
    """The way to ask the griffie about this page with the choice filled in, and what was answered about it."""
    return _render(
        "question",
        title=about.title,
        link=question_address(about.address, choice.query),
        days=edition.meta.answer_days,
        filled_in="Uw keuze op deze pagina" if choice.controls else "De naam van deze pagina",
        before=answers_about_page(edition, about.address)[:_MOST_ANSWERS],
    )


def chosen(choice: Selection, turn: int) -> str:
    """The choice in words, which the page also reads aloud and puts in its address.

    Args:
        turn: number of the change; another number tells the page that an answer came.
    """
    return _render("chosen", words=choice.words, address=choice.permalink, turn=turn)


def fault(heading: str = "") -> str:
    """What a reader sees where something went wrong; with the heading of the page when it is named."""
    return _render("fault", heading=heading)


def _render(name: str, **values: object) -> Markup:
    return Markup(environment().get_template(f"choice_{name}.html.j2").render(values))
