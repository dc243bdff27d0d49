"""The pages on which nothing can be chosen: each with its address, its name, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from socdom import blocks
from socdom.blocks.policy import INTRODUCTION
from socdom.dashboard import menu
from socdom.dashboard.asking.page import ask_page
from socdom.dashboard.frame import page
from socdom.dashboard.menu import theme_links
from socdom.dashboard.overview import overview
from socdom.dashboard.search.page import search_page
from socdom.dashboard.viewing import view_of
from socdom.editions.read import Edition


@dataclass(frozen=True)
class FixedPage:
    """A page on which nothing can be chosen.

    Attributes:
        address: relative, as in the menu.
        name: of its file, without the ending.
        words: what the file is, in Dutch.
        make: edition → its complete HTML.
    """

    address: str
    name: str
    words: str
    make: Callable[[Edition], str]


@dataclass(frozen=True)
class _Opening:
    """Name of a page, its h1 and the sentence or two below that."""

    title: str
    heading: str
    lead: str


def _themes(edition: Edition) -> str:
    about = _Opening(
        "Thema’s",
        "Over welk thema wilt u meer weten?",
        "Per thema leest u hier in het kort hoe het gaat. Kies een thema of een cijfer om verder te kijken.",
    )
    return _plain(edition, menu.ALL_THEMES, about, blocks.theme_list(edition, links=theme_links(edition)))


def _comparing(edition: Edition) -> str:
    about = _Opening(
        "Vergelijken",
        "Hoe doen wij het naast andere gemeenten?",
        "Onze cijfers naast die van vergelijkbare gemeenten en heel Nederland.",
    )
    view = view_of(edition, menu.COMPARING)
    return _plain(edition, menu.COMPARING, about, blocks.comparing_page(edition, view=view))


def _signals(edition: Edition) -> str:
    title = menu.signals_title(edition)
    explained = blocks.all_explanations(edition, links=theme_links(edition))
    lead = "Een signaal zegt: dit is meer dan de gewone schommeling. Het zegt niet waarom."
    if explained and edition.duiding:
        lead += " Wat mensen over de cijfers schreven, staat daaronder."
    about = _Opening(title, "Is er iets aan de hand?", lead)
    view = view_of(edition, menu.SIGNALS)
    content = blocks.signals_page(edition, links=theme_links(edition), explained=explained, view=view)
    return _plain(edition, menu.SIGNALS, about, content)


def _goals(edition: Edition) -> str:
    about = _Opening(
        "Doelen en afspraken",
        "Wat is er van doelen en afspraken gekomen?",
        "Doelen uit de begroting, toezeggingen van het college en moties van de raad.",
    )
    return _plain(edition, menu.GOALS, about, blocks.goals_page(edition, links=theme_links(edition)))


def _about(edition: Edition) -> str:
    about = _Opening(
        "Over deze cijfers",
        "Over deze cijfers",
        "Waar de cijfers vandaan komen, wat ze betekenen en wat u er niet uit kunt halen.",
    )
    return _plain(edition, menu.ABOUT, about, blocks.about(edition))


def _policy(edition: Edition) -> str:
    about = _Opening("Beleidsindicatoren", "Beleidsindicatoren", INTRODUCTION)
    return _plain(edition, menu.POLICY, about, blocks.policy_indicators(edition))


def _reports(edition: Edition) -> str:
    about = _Opening(
        "Rapporten",
        "Rapporten aan de raad",
        "Alle kwartaalrapporten die u kunt lezen, met wat er telkens veranderde.",
    )
    return _plain(edition, menu.REPORTS, about, blocks.archive_page(edition))


def _explained(edition: Edition) -> str:
    about = _Opening(
        "Uitleg",
        "Hoe leest u dit dashboard?",
        "Op deze ene pagina staat hoe u een cijfer, een lijn en een sterretje leest. "
        "Met voorbeelden uit de cijfers van nu.",
    )
    return _plain(edition, menu.EXPLAINED, about, blocks.explained(edition))


def _accessibility(edition: Edition) -> str:
    about = _Opening(
        "Toegankelijkheid",
        "Toegankelijkheids\N{SOFT HYPHEN}verklaring",
        "Iedereen moet dit dashboard kunnen gebruiken. Hier leest u hoe ver dat is, en waar u een probleem meldt.",
    )
    return _plain(edition, menu.ACCESSIBILITY, about, blocks.accessibility(edition))


def _question(edition: Edition) -> str:
    return ask_page(edition) or ""


def _plain(edition: Edition, address: str, about: _Opening, content: str) -> str:
    return page(
        edition,
        "vaste_pagina",
        address,
        about.title,
        heading=about.heading,
        lead=about.lead,
        content=Markup(content),
    )


FIXED_PAGES = (
    FixedPage(menu.OVERVIEW, "overzicht", "het overzicht, de eerste pagina", overview),
    FixedPage(menu.ALL_THEMES, "themas", "de pagina Thema’s", _themes),
    FixedPage(menu.COMPARING, "vergelijken", "de pagina Vergelijken", _comparing),
    FixedPage(menu.SIGNALS, "signalen", "de pagina Signalen en duiding", _signals),
    FixedPage(menu.GOALS, "doelen", "de pagina Doelen en afspraken", _goals),
    FixedPage(menu.ABOUT, "over", "de pagina Over deze cijfers", _about),
    FixedPage(menu.QUESTION, "vraag", "de pagina Stel een vraag", _question),
    FixedPage(menu.REPORTS, "rapporten", "de pagina Rapporten", _reports),
    FixedPage(menu.EXPLAINED, "uitleg", "de pagina Uitleg", _explained),
    FixedPage(menu.POLICY, "beleidsindicatoren", "de pagina met de beleidsindicatoren", _policy),
    FixedPage(menu.SEARCH, "zoeken", "de pagina Zoeken met alle cijfers", search_page),
    FixedPage(menu.ACCESSIBILITY, "toegankelijkheid", "de toegankelijkheidsverklaring", _accessibility),
)
