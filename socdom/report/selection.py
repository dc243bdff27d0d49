"""Which figures the short report shows, and which themes a municipality has none of."""

from __future__ import annotations

from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.judgement.judge import judge

# Themes a municipality registers itself, or that follow from those; the report says so when one is not there.
_REGISTERED = ("jeugd", "wmo", "inkomen", "schulden")
_SHARING = ("inkomen", "schulden")
_MOST_BRIEF = 2
OWN_THEMES = (*_REGISTERED, "samenhang")


def brief(edition: Edition, theme: str) -> list[Description]:
    """The one or two indicators of a theme of which the short report shows the figure.

    The first is a key figure that people wrote an explanation for, or else the first key figure. The second is another
    one that has an explanation or, failing that, a signal, or else the next key figure. Debts share a page with work
    and income, so each of the two has one.
    """
    found = _key_figures(edition, theme)
    written = explained(edition, theme)
    if theme in _SHARING:
        return (written or found)[:1]
    signalled = [d for d in found if judge(edition, d.id).signal is not None]
    return list({d.id: d for d in (*written[:2], *found[:1], *signalled, *found)}.values())[:_MOST_BRIEF]


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
