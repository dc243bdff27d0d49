"""The pages there are for an edition: what they are called and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from socdom.editions.model import THEMES
from socdom.editions.read import Edition

# The address of a theme page is the name of its notebook; most carry the name of the theme itself.
_ADDRESSES = {"inkomen": "werk-en-inkomen", "bevolking": "inwoners"}
THEME_ADDRESSES = {theme: _ADDRESSES.get(theme, theme) for theme in THEMES}
THEME_OF_ADDRESS = {address: theme for theme, address in THEME_ADDRESSES.items()}

OVERVIEW, POLICY, ABOUT, QUESTION = "./", "beleidsindicatoren", "over", "vraag"
SIGNALS, GOALS, COMPARING = "signalen", "doelen", "vergelijken"
REPORTS = "rapporten"


@dataclass(frozen=True)
class MenuItem:
    """A page in the menu: its relative address and its Dutch name."""

    address: str
    label: str


def menu(edition: Edition) -> tuple[MenuItem, ...]:
    """The menu of an edition; a theme is in it only when the edition has figures of it."""
    themes = [MenuItem(THEME_ADDRESSES[theme], label) for theme, label in edition.themes().items()]
    return (
        MenuItem(OVERVIEW, "Overzicht"),
        *themes,
        MenuItem(COMPARING, "Vergelijken"),
        MenuItem(SIGNALS, "Signalen"),
        MenuItem(GOALS, "Doelen en afspraken"),
        MenuItem(POLICY, "Beleidsindicatoren"),
        MenuItem(ABOUT, "Over de cijfers"),
        MenuItem(QUESTION, "Vraag stellen"),
    )


def whole_menu(edition: Edition) -> tuple[MenuItem, ...]:
    """The list at the foot of every page: the menu, and what a reader asks for less often."""
    *pages, question = menu(edition)
    return (*pages, MenuItem(REPORTS, "Rapporten"), question)


def theme_links(edition: Edition) -> dict[str, str]:
    """Theme → relative address, for the themes of this edition."""
    return {theme: THEME_ADDRESSES[theme] for theme in edition.themes()}
