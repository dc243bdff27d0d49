"""The letter as its parts: page and Word file are made from the same ones, so both say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from socdom.report.letter.fields import TO_FILL_IN


@dataclass(frozen=True)
class Run:
    """A piece of text within a paragraph.

    Attributes:
        kind: "open" for a compulsory field that is empty, "link" with an address.
    """

    text: str
    kind: Literal["plain", "strong", "open", "link"] = "plain"
    address: str = ""


Text = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    text: Text


@dataclass(frozen=True)
class Points:
    """A list, numbered where people will say "the second question"."""

    items: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the letter under its heading; the id is that of the heading."""

    id: str
    title: str
    blocks: tuple[Paragraph | Points, ...]


@dataclass(frozen=True)
class Reference:
    """A field above the letter, with one or more lines."""

    label: str
    lines: tuple[Text, ...]


@dataclass(frozen=True)
class Signatory:
    """Who signs, and in which function."""

    name: Text
    role: str


@dataclass(frozen=True)
class LetterContent:
    """All that stands in the letter, in the order in which it is read.

    Attributes:
        fictional: that a municipality does not exist; "" for a real one.
        notices: above the fields: that this is a concept, and what is still to be filled in.
        left, right, below: the fields, where there is room left beside right; read in this order.
        dashboard: address for the code for a telephone; "" when there is none.
    """

    title: str
    fictional: str
    notices: tuple[str, ...]
    municipality: str
    sender: tuple[str, ...]
    left: tuple[Reference, ...]
    right: tuple[Reference, ...]
    below: tuple[Reference, ...]
    subject: str
    salutation: str
    opening: Paragraph
    parts: tuple[Part, ...]
    closing: str
    college: Text
    signatories: tuple[Signatory, ...]
    dashboard: str = ""


def plain(text: str) -> Text:
    """Text as it is."""
    return (Run(text),)


def filled(text: str) -> Text:
    """A compulsory field: its text, or that it must be filled in."""
    return (Run(text),) if text.strip() else (Run(TO_FILL_IN, "open"),)


def link(text: str, address: str) -> Text:
    """Text that leads to an address."""
    return (Run(text, "link", address),)


def written(text: str) -> tuple[Paragraph | Points, ...]:
    """What people wrote: an empty line parts paragraphs, lines that all begin with "- " are a list."""
    found: list[Paragraph | Points] = []
    for block in text.strip().split("\n\n"):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if lines and all(line.startswith("- ") for line in lines):
            found.append(Points(tuple(plain(line.removeprefix("- ")) for line in lines)))
        elif lines:
            found.append(Paragraph(plain(" ".join(lines))))
    return tuple(found)
