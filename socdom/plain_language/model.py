"""A text that is looked at, and what is remarked on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Stands where a value is filled in ("{}", "{{ name }}"); counts as one word and is not spelled.
FILLED_IN = "\N{OBJECT REPLACEMENT CHARACTER}"


class Voice(StrEnum):
    """Who speaks, which decides what is asked of the text."""

    PEOPLE = "mensen"
    FIXED = "vaste tekst"
    COMPUTED = "berekende zin"


class Gravity(StrEnum):
    """A fault must be mended; a hint is there to think about."""

    FAULT = "fout"
    HINT = "let op"


@dataclass(frozen=True)
class Text:
    """A Dutch text at a place.

    Attributes:
        place: file, as the user knows it.
        line: line of its start, from 1; 0 where a file has no lines.
        content: plain text; paragraphs are parted by an empty line, and `FILLED_IN` stands for a value.
    """

    place: str
    line: int
    content: str
    voice: Voice

    def fault(self, line: int, found: str, why: str, proposal: str = "") -> Remark:
        """Something that must be mended, on a line of the file."""
        return Remark(self.place, line, Gravity.FAULT, found, why, proposal)

    def hint(self, line: int, found: str, why: str, proposal: str = "") -> Remark:
        """Something to think about."""
        return Remark(self.place, line, Gravity.HINT, found, why, proposal)


@dataclass(frozen=True, order=True)
class Remark:
    """What is remarked on a text.

    Attributes:
        found: the words it is about, as they stand there.
        why: a Dutch sentence.
        proposal: what to write, or to do; may be empty.
    """

    place: str
    line: int
    gravity: Gravity
    found: str
    why: str
    proposal: str = ""
