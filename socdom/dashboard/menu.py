"""The pages there are for an edition: what they are called, where they stand, and which lists of them a page has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from socdom.editions.model import THEMES
from socdom.editions.read import Edition
from socdom.judgement.wijk_profile import profile_figures

# The address of a theme page is the name of its notebook; most carry the name of the theme itself.
_ADDRESSES = {"inkomen": "werk-en-inkomen", "bevolking": "inwoners"}
THEME_ADDRESSES = {theme: _ADDRESSES.get(theme, theme) for theme in THEMES}
THEME_OF_ADDRESS = {address: theme for theme, address in THEME_ADDRESSES.items()}

OVERVIEW, ALL_THEMES, WIJKEN, COMPARING = "./", "themas", "wijken", "vergelijken"
SIGNALS, GOALS, ABOUT, QUESTION = "signalen", "doelen", "over", "vraag"
REPORTS, EXPLAINED, POLICY = "rapporten", "uitleg", "beleidsindicatoren"
SEARCH, ACCESSIBILITY = "zoeken", "toegankelijkheid"
# Made by the server, of what the schedule kept; no page of an edition.
STANDING = "stand"
MONEY = THEME_ADDRESSES["geld"]


@dataclass(frozen=True)
class MenuItem:
    """A page in a menu: its relative address and its Dutch name."""

    address: str
    label: str


def menu(edition: Edition) -> tuple[MenuItem, ...]:
    """The menu of an edition; a page is in it only when the edition has figures for it."""
    found = (
        MenuItem(OVERVIEW, "Overzicht"),
        MenuItem(ALL_THEMES, "Thema’s"),
        MenuItem(WIJKEN, "Wijken") if has_wijken(edition) else None,
        MenuItem(MONEY, THEMES["geld"]) if "geld" in edition.themes() else None,
        MenuItem(COMPARING, "Vergelijken"),
        MenuItem(SIGNALS, signals_title(edition)),
        MenuItem(GOALS, "Doelen en afspraken"),
        MenuItem(ABOUT, "Over deze cijfers"),
        MenuItem(QUESTION, "Stel een vraag"),
    )
    return tuple(item for item in found if item is not None)


def theme_menu(edition: Edition) -> tuple[MenuItem, ...]:
    """The themes of an edition; money has its own place in the menu and is here too."""
    return tuple(MenuItem(THEME_ADDRESSES[theme], label) for theme, label in edition.themes().items())


def whole_menu(edition: Edition) -> tuple[MenuItem, ...]:
    """The list at the foot of every page: the menu, and what a reader asks for less often."""
    return (
        *menu(edition),
        MenuItem(REPORTS, "Rapporten"),
        MenuItem(EXPLAINED, "Uitleg"),
        MenuItem(POLICY, "Beleidsindicatoren"),
        MenuItem(SEARCH, "Zoeken"),
        MenuItem(ACCESSIBILITY, "Toegankelijkheid"),
    )


def is_theme(address: str) -> bool:
    """Whether a page is about one theme, so that it lies below the page with all themes."""
    return address in THEME_OF_ADDRESS and address != MONEY


def signals_title(edition: Edition) -> str:
    """Name of the page with signals; where nobody publishes what figures mean, it has signals alone."""
    return "Signalen" if edition.meta.profile == "zonder duiding" else "Signalen en duiding"


@lru_cache(maxsize=4)
def has_wijken(edition: Edition) -> bool:
    """Whether the edition has figures of wijken that can be set beside each other; it never changes."""
    return bool(profile_figures(edition, 1))


def theme_links(edition: Edition) -> dict[str, str]:
    """Theme → relative address, for the themes of this edition."""
    return {theme: THEME_ADDRESSES[theme] for theme in edition.themes()}
