"""What somebody probably meant by a name that is not there."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def meant(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """What to do about a name that is not known: "Bedoelt u lindeveen?", or something else.

    Args:
        known: the names there are.
        otherwise: Dutch sentence for when no name is like it.
    """
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"Bedoelt u {near[0]}?" if near else otherwise
