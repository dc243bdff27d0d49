"""What somebody probably meant by a name that is not there: the one place that says "Bedoelt u …?"."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

_MOST, _ALIKE = 3, 0.6
# A letter or two stand in too many names to be the beginning of one.
_ENOUGH = 3


def near(name: object, known: Iterable[str]) -> list[str]:
    """The names that are near, nearest first, at most three; capitals and spaces around it do not matter.

    Those that hold what was typed, the shortest first, go before those that look like it. What is no text is near to
    nothing.
    """
    if not isinstance(name, str) or not (typed := name.strip().lower()):
        return []
    lowered = {item.lower(): item for item in known}
    holding = sorted((item for item in lowered if len(typed) >= _ENOUGH and typed in item), key=len)
    alike = difflib.get_close_matches(typed, lowered, n=_MOST, cutoff=_ALIKE)
    return [lowered[item] for item in dict.fromkeys([*holding, *alike])][:_MOST]


def perhaps(names: Sequence[str]) -> str:
    """ "Bedoelt u wmo_clienten of wmo_zorg?"; "" without names."""
    return f"Bedoelt u {' of '.join(names)}?" if names else ""


def meant(name: object, known: Iterable[str], otherwise: str = "") -> str:
    """What to do about a name that is not known: "Bedoelt u lindeveen?", or something else.

    Args:
        known: the names there are.
        otherwise: Dutch sentence for when no name is like it.
    """
    return perhaps(near(name, known)[:1]) or otherwise
