"""Whether the short report is as short as it promises: the pages are counted in the PDF that the council gets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from socdom import dutch
from socdom.editions.read import Edition
from socdom.errors import Fault
from socdom.report.documents import REPORT

MOST_PAGES = 8
_LARGEST = 3
_SHORTEN = "Maak de duiding of de tekst over ontwikkelingen korter, of kies de editie uitgebreid."


def page_faults(edition: Edition) -> list[Fault]:
    """That the short report of an edition has too many pages, and which parts take most of them; empty when it fits.

    Also empty for the long edition, and where the system made no PDF.
    """
    path = edition.folder / f"{REPORT.stem}.pdf"
    if edition.meta.edition != "kern" or not path.exists():
        return []
    reader = PdfReader(path)
    found = len(reader.pages)
    if found <= MOST_PAGES:
        return []
    rule = f"hooguit {MOST_PAGES} pagina’s in de editie kern, gevonden: {found}. {_largest(reader)}"
    return [Fault(path.name, rule.rstrip(" ."), remedy=_SHORTEN)]


def _largest(reader: PdfReader) -> str:
    """ "Veel pagina’s hebben: Jeugd (1,4) en Wmo (1,2)."; "" where the parts are not known."""
    longest = sorted(page_lengths(reader).items(), key=lambda item: -item[1])[:_LARGEST]
    told = [f"{name} ({dutch.number(pages, 1)})" for name, pages in longest]
    return f"Veel pagina’s hebben: {dutch.listing(told)}." if told else ""


def page_lengths(reader: PdfReader) -> dict[str, float]:
    """Part of a report → how many pages it takes, from its bookmarks and the places they lead to."""
    places = [(item.title, _place(reader, item)) for item in _bookmarks(reader.outline)]
    ends = [place for _, place in places[1:]] + [float(len(reader.pages))]
    return {title: end - start for (title, start), end in zip(places, ends, strict=True)}


def _bookmarks(outline: list[Any]) -> Iterator[Any]:
    """Bookmarks in the order of the pages, whatever lies under what."""
    for item in outline:
        if isinstance(item, list):
            yield from _bookmarks(item)
        else:
            yield item


def _place(reader: PdfReader, bookmark: Any) -> float:
    """Where a bookmark leads to, in pages from the start: 2.5 is halfway the third page."""
    number = reader.get_destination_page_number(bookmark) or 0
    height = float(reader.pages[number].mediabox.height)
    top = float(bookmark.top or height)
    return number + 1 - top / height
