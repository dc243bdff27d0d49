"""Answers that the griffie published, as the pages show them: where each stands, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from socdom import dutch
from socdom.blocks.render import markdown
from socdom.dashboard import menu
from socdom.dashboard.links import figure_address
from socdom.dashboard.menu import OVERVIEW, QUESTION, THEME_ADDRESSES, THEME_OF_ADDRESS, MenuItem
from socdom.editions.answers import AnswerRecord
from socdom.editions.model import THEMES
from socdom.editions.read import Edition
from socdom.quarters import period_label

OVERVIEW_NAME = "overzicht"
# What an answer can be about beside figures, by the name that stands in its file.
ANSWERED_PAGES = frozenset(
    {
        OVERVIEW_NAME,
        *THEME_ADDRESSES.values(),
        *(menu.ALL_THEMES, menu.WIJKEN, menu.COMPARING, menu.SIGNALS, menu.GOALS, menu.ABOUT, menu.REPORTS),
        *(menu.EXPLAINED, menu.POLICY, menu.ACCESSIBILITY),
    }
)
KIND_WORDS = {
    "technisch": "Technische vraag",
    "duiding": "Vraag over de betekenis",
    "politiek": "Politieke vraag",
}
_WHOLE = "Over het dashboard"
_TEXT_LEVEL = 5


@dataclass(frozen=True)
class AnswerLink:
    """A question that was asked before: its words, the address of its answer and the day of it in Dutch."""

    question: str
    address: str
    day: str


@dataclass(frozen=True)
class Answer:
    """An answer as the page shows it.

    Attributes:
        id: of its heading; `vraag#<id>` leads to it.
        facts: kind, day, role and period, in words.
        about: the figures and pages it is about.
    """

    id: str
    question: str
    facts: tuple[str, ...]
    about: tuple[MenuItem, ...]
    text: Markup


@dataclass(frozen=True)
class AnswersOfTheme:
    """The answers about one theme, newest first."""

    id: str
    title: str
    answers: tuple[Answer, ...]


def answers_about(edition: Edition, indicator: str) -> tuple[AnswerLink, ...]:
    """What was asked before about a figure, newest first, to stand beside that figure.

    Under the profile "zonder duiding" only what is technical: no text of people about meaning is near a figure there.
    """
    return _links(
        item
        for item in edition.answers
        if indicator in item.indicators
        and (edition.meta.profile == "met duiding" or item.kind == "technisch")
    )


def answers_about_page(edition: Edition, address: str) -> tuple[AnswerLink, ...]:
    """What was asked before about a page, or about a figure of the theme of that page; newest first."""
    theme = THEME_OF_ADDRESS.get(address)
    name = OVERVIEW_NAME if address == OVERVIEW else address
    return _links(
        item
        for item in edition.answers
        if name in item.pages
        or (theme is not None and theme in (*_of_figures(edition, item), *_of_pages(item)))
    )


def answer_id(record: AnswerRecord) -> str:
    """Id of the heading of an answer; the same as long as its file keeps its name."""
    return f"antwoord-{record.name}"


def answer_address(record: AnswerRecord) -> str:
    """Address of an answer, relative to the root of the dashboard."""
    return f"{QUESTION}#{answer_id(record)}"


def answers_by_theme(edition: Edition) -> tuple[AnswersOfTheme, ...]:
    """Every answer once, under the theme it is about; what is about none or several themes comes last."""
    found: dict[str, list[Answer]] = {theme: [] for theme in (*THEMES, "")}
    for item in edition.answers:
        themes = _of_figures(edition, item) or _of_pages(item)
        found[themes[0] if len(themes) == 1 else ""].append(_answer(edition, item))
    return tuple(
        AnswersOfTheme(f"antwoorden-{theme or 'algemeen'}", THEMES.get(theme, _WHOLE), tuple(items))
        for theme, items in found.items()
        if items
    )


def _links(records: Iterable[AnswerRecord]) -> tuple[AnswerLink, ...]:
    return tuple(AnswerLink(item.question, answer_address(item), dutch.day(item.day)) for item in records)


def _of_figures(edition: Edition, item: AnswerRecord) -> tuple[str, ...]:
    """The themes of the figures that an answer is about, each once."""
    return tuple(dict.fromkeys(edition.descriptions[name].theme for name in item.indicators))


def _of_pages(item: AnswerRecord) -> tuple[str, ...]:
    """The themes of the pages that an answer is about."""
    return tuple(THEME_OF_ADDRESS[name] for name in item.pages if name in THEME_OF_ADDRESS)


def _answer(edition: Edition, item: AnswerRecord) -> Answer:
    return Answer(
        id=answer_id(item),
        question=item.question,
        facts=(
            KIND_WORDS[item.kind],
            *((f"over het {period_label(item.period)}",) if item.period else ()),
            f"beantwoord op {dutch.day(item.day)} door: {item.role}",
        ),
        about=about_links(edition, item),
        text=markdown(item.text, _TEXT_LEVEL),
    )


def about_links(edition: Edition, item: AnswerRecord) -> tuple[MenuItem, ...]:
    """The pages where the figures of an answer stand, and the pages it is about, each once."""
    labels = {page.address: page.label for page in (*menu.whole_menu(edition), *menu.theme_menu(edition))}
    figures = [
        MenuItem(figure_address(edition, name), edition.descriptions[name].short) for name in item.indicators
    ]
    addresses = [OVERVIEW if name == OVERVIEW_NAME else name for name in item.pages]
    return (*figures, *(MenuItem(address, labels[address]) for address in addresses if address in labels))
