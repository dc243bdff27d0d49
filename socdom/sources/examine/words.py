"""What readers of the figures call a delivery, and how much of it is told."""

from __future__ import annotations

from collections.abc import Sequence

from socdom import dutch

_NOUNS = {
    "clienten": "gegevens van cliënten",
    "voorzieningen_wmo": "voorzieningen van de Wmo",
    "voorzieningen_jeugd": "voorzieningen voor de jeugd",
    "aanvragen": "aanvragen",
    "uitkeringen": "uitkeringen",
    "reintegratie": "voorzieningen voor re-integratie",
    "schuldhulp": "trajecten van schuldhulp",
    "vroegsignalen": "signalen van schulden",
    "declaraties": "declaraties",
    "bevolking": "tellingen van inwoners",
    "huishoudens": "tellingen van huishoudens",
    "begroting": "regels van de begroting",
}
# Of fewer rows no percentage is published: a row could be worked out from it.
_ENOUGH_TO_PUBLISH = 1_000
_ENOUGH_BEHIND = 10
_MOST_NAMES = 4


def noun(delivery: str) -> str:
    """Plural noun for readers: "declaraties"."""
    return _NOUNS[delivery]


def public(note: str, behind: float) -> str:
    """A sentence for readers, or "" when fewer than ten rows are behind it: it would be about a few persons.

    Args:
        behind: rows (or persons, or messages) without which it would not be said.
    """
    return note if behind >= _ENOUGH_BEHIND else ""


def public_part(part: float, base: int) -> str:
    """A part of a delivery for readers: "12 procent" of many rows, else "een deel".

    Args:
        part: in percent.
        base: the rows it is a part of.
    """
    if base < _ENOUGH_TO_PUBLISH:
        return "een deel"
    return f"{dutch.number(part)} procent" if round(part) >= 1 else "een klein deel"


def public_change(percent: float, base: int) -> str:
    """A change for readers: "12 procent minder", or of few rows "duidelijk minder".

    Args:
        percent: below zero for less.
        base: rows before; the lower number of the two decides what is told.
    """
    word = "minder" if percent < 0 else "meer"
    fewest = min(base, base * (1 + percent / 100))
    much = f"{dutch.number(abs(percent))} procent" if fewest >= _ENOUGH_TO_PUBLISH else "duidelijk"
    return f"{much} {word}"


def percentage(part: float, whole: float) -> float:
    """Part of a whole in percent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def files(places: Sequence[str], total: int) -> str:
    """Names of files: "Alle leveringen" when it is all of them, "a.csv, b.csv, c.csv en nog 4" when it is many."""
    if len(places) == total > 1:
        return "Alle leveringen"
    if len(places) > _MOST_NAMES:
        return f"{', '.join(places[:_MOST_NAMES])} en nog {len(places) - _MOST_NAMES}"
    return dutch.listing(places)


def rows(count: int) -> str:
    """ "1 rij", "1.234 rijen"."""
    return f"{dutch.number(count)} {'rij' if count == 1 else 'rijen'}"
