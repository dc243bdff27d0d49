"""One slide: a heading, what stands under it, and what the presenter can say about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from socdom.blocks.render import render
from socdom.blocks.tables import Table
from socdom.report.sections import Section


@dataclass(frozen=True)
class Note:
    """What the presenter can say: a question that may be asked, and its answer."""

    head: str
    text: str


def slide(
    heading: str, body: str, notes: Iterable[Note], *, label: str = "", source: str = "", level: int = 2
) -> Section:
    """A slide as a notebook shows it; the template of the document puts it in a `<section>` with its number.

    Args:
        heading: one line or two, plain text.
        body: HTML under the heading.
        notes: for the presenter; on paper they stand under the slide.
        label: part that the slide is of, plain text.
        source: under the body in small letters, plain text.
        level: 1 for the first slide only.
    """
    values = {"label": label, "source": source, "level": level, "notes": tuple(notes)}
    return Section(heading, render("slide", heading=heading, body=Markup(body), **values))


def nothing(name: str) -> Section:
    """In place of a slide that this edition has nothing for; no slide comes of it."""
    return Section(name, "")


def points(items: Sequence[str | Markup], *, numbered: bool = False, lead: str = "", small: str = "") -> str:
    """HTML of a short list in large letters.

    Args:
        items: sentences.
        numbered: whether people may want to refer to them by number.
        lead: sentence above it, plain text.
        small: sentence under it in small letters, plain text.
    """
    return render("slide_points", items=items, numbered=numbered, lead=lead, small=small)


def table(found: Table, lead: str = "") -> str:
    """HTML of a table that fits on a slide, with a sentence above it."""
    return render("slide_table", t=found, lead=lead)
