"""A sound definition to change one thing in."""

from __future__ import annotations

from datetime import date
from typing import Any

from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection

SOUND: dict[str, Any] = {
    "id": "wmo_proef",
    "title": "Inwoners met Wmo-hulp",
    "short": "Wmo-hulp",
    "theme": "wmo",
    "unit": "inwoners",
    "says": "{} inwoners hebben Wmo-hulp",
    "counted": "inwoners",
    "format": "aantal",
    "why": "Daarom.",
    "reading": "Zo lezen.",
    "source": "Eigen registratie gemeente",
    "written_by": "analist",
    "checked_by": "adviseur",
    "reviewed": date(2021, 1, 1),
    "next_review": date(2022, 1, 1),
    "measure": PersonsActive(Selection("provisions", {"law": "wmo"})),
    "levels": ("gemeente", "wijk", "buurt"),
}


def indicator(**changes: Any) -> Indicator:
    """A sound indicator with these changes."""
    return Indicator(**SOUND | changes)
