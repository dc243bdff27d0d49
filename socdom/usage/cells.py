"""What is counted: one number for each combination of when, what was done, and where."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import NamedTuple


class Act(StrEnum):
    """What a visitor did. Every request is one act at most, so that no two counts tell of each other."""

    SEEN = "gezien"
    CHOSEN = "keuze"
    DOWNLOADED = "download"
    ASKED = "vraag"
    SEARCHED = "zoek"


class Device(StrEnum):
    """The kind of device of a page that was seen."""

    PHONE = "telefoon"
    TABLET = "tablet"
    COMPUTER = "computer"
    OTHER = "anders"


class Answer(StrEnum):
    """Whether a page was clear."""

    YES = "ja"
    PARTLY = "deels"
    NO = "nee"


DEVICE = "apparaat"


class Cell(NamedTuple):
    """What one number counts.

    Attributes:
        when: a day, "2026-11-22"; a month, "2026-11", of answers and of what is older.
        what: an `Act` or an `Answer`; `DEVICE` for the devices of pages that were seen.
        name: the page or the kind of download; of `DEVICE` a `Device`. Page and device are never kept together:
            the only one with a phone would be followed from page to page.
    """

    when: str
    what: str
    name: str

    @property
    def month(self) -> str:
        """ "2026-11"."""
        return self.when[:7]


Counts = Counter[Cell]
