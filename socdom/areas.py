"""Gemeente, wijk and buurt by their CBS code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

COUNTRY = "NL01"
LEVELS = ("land", "referentie", "gemeente", "wijk", "buurt")
_LEVEL_OF_PREFIX = {"NL": "land", "RG": "referentie", "GM": "gemeente", "WK": "wijk", "BU": "buurt"}
# The wijk and buurt part may hold letters (CBS, Kerncijfers wijken en buurten).
_PATTERN = re.compile(r"NL\d\d|(?:RG|GM)\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}")


@dataclass(frozen=True)
class Area:
    """A named area.

    Attributes:
        code, name, level: CBS code, name, and one of LEVELS.
        parent: code of the area that holds it, or "" at the top.
        since: first day with the border of now, when it had another before; there are no figures of earlier.
    """

    code: str
    name: str
    level: str
    parent: str = ""
    since: date | None = None


def is_area_code(code: str) -> bool:
    """Whether a text is a CBS area code, or `RG` plus four digits for a reference group."""
    return _PATTERN.fullmatch(code) is not None


def level_of(code: str) -> str:
    """Level of a valid code: land, referentie, gemeente, wijk or buurt."""
    return _LEVEL_OF_PREFIX[code[:2]]


def reference_code(gemeente: str) -> str:
    """Code of the reference group of a municipality: "GM0766" → "RG0766"."""
    return f"RG{gemeente[2:]}"
