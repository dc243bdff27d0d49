"""Which figures an edition of the report shows."""

from __future__ import annotations

from socdom.editions.model import Description
from socdom.editions.read import Edition

EDITIONS = ("kern", "uitgebreid")
# Themes a municipality registers itself, or that follow from those; the report says so when one is not there.
_REGISTERED = ("jeugd", "wmo", "inkomen", "schulden")
OWN_THEMES = (*_REGISTERED, "samenhang")


def chosen(edition: Edition, theme: str, editie: str) -> list[Description]:
    """The indicators of a theme of which the report shows the figure.

    The long edition shows all. The short one, at most eight pages of A4, shows one key figure: the first that
    people wrote an explanation for, or else the first.
    """
    if editie == "uitgebreid":
        return edition.indicators(theme)
    return (explained(edition, theme) or _key_figures(edition, theme))[:1]


def explained(edition: Edition, theme: str) -> list[Description]:
    """The key figures of a theme that people wrote an explanation for."""
    return [d for d in _key_figures(edition, theme) if is_explained(edition, d)]


def _key_figures(edition: Edition, theme: str) -> list[Description]:
    """Key figures; a registered theme without any shows its first figure."""
    found = edition.indicators(theme)
    return [d for d in found if d.key_figure] or (found[:1] if theme in _REGISTERED else [])


def is_explained(edition: Edition, description: Description) -> bool:
    """Whether people wrote an explanation for an indicator."""
    return edition.explanation(indicator=description.id) is not None


def absent_themes(edition: Edition) -> list[str]:
    """The themes of own registrations that an edition has no figures of."""
    return [theme for theme in OWN_THEMES if theme not in edition.themes()]


def shown_themes(edition: Edition, editie: str) -> list[str]:
    """The themes with figures in the report, in the order of the edition."""
    return [theme for theme in edition.themes() if theme == "geld" or chosen(edition, theme, editie)]
