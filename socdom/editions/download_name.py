"""What a file is called once a reader has saved it: a name that tells by itself what it is."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import PurePosixPath
from typing import Protocol

from socdom.editions.open_csv import OPEN_CSV, OPEN_DESCRIPTION
from socdom.quarters import Quarter

_REPORT = "kwartaalrapport"
# The description names the file it is about, so the two keep their names.
_FIXED = (OPEN_CSV, OPEN_DESCRIPTION)


class Named(Protocol):
    """What of an edition goes into a name."""

    @property
    def period(self) -> str: ...
    @property
    def edition(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def state(self) -> str: ...


def download_name(name: str, of: Named) -> str:
    """Name for a file of a quarterly edition: "2020-K4-sociaal-domein-kern-v1.0.pdf".

    A concept says so: nobody may take it for the report that the college sent.

    Args:
        name: of the file in the edition ("kwartaalrapport.pdf").
    """
    if name in _FIXED:
        return name
    concept = "-concept" if of.state == "concept" else ""
    return f"{_begin(of.period)}-{_subject(name, of.edition)}-v{of.version}{concept}{_suffix(name)}"


def current_name(name: str, period: str, figures_as_of: date) -> str:
    """Name for a file of the edition `actueel`, which has no version but a day."""
    if name in _FIXED:
        return name
    subject = PurePosixPath(name).stem
    return f"{_begin(period)}-{subject}-actueel-{figures_as_of.isoformat()}{_suffix(name)}"


def view_name(period: str, *parts: str) -> str:
    """Name without a suffix for the figures of one view: "2020-K4-lindeveen-jeugdhulp-gebruik-noorderlinde".

    Args:
        period: quarter or year of the view.
        parts: what it is about, in order; an empty one is left out. Only letters without accents and digits are kept.
    """
    start = _of_quarter(period) if "Q" in period else period
    return "-".join([start, *filter(None, map(_plain, parts))])


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _begin(period: str) -> str:
    return f"{_of_quarter(period)}-sociaal-domein"


def _of_quarter(period: str) -> str:
    quarter = Quarter.parse(period)
    return f"{quarter.year}-K{quarter.number}"


def _subject(name: str, edition: str) -> str:
    stem = PurePosixPath(name).stem
    return edition if stem == _REPORT else stem


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix
