"""The part of the report on signals, what changed, goals, promises and motions."""

from __future__ import annotations

from socdom import blocks
from socdom.editions.read import Edition

TITLE, IDENTIFIER = "Signalen en afspraken", "signalen-deel"


def pieces(edition: Edition, editie: str) -> list[str]:
    """The blocks of the part, in order; without signals of quarters, an edition before and goals there are none."""
    whole = editie == "uitgebreid"
    found = [
        blocks.signals_brief(edition, whole=whole, heading_level=3),
        blocks.changes(edition, details=whole, heading_level=3),
        blocks.goals_brief(edition, whole=whole, heading_level=3),
    ]
    return [block for block in found if block]
