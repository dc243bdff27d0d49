"""The pages that Zoeken can find, and of pages that explain every part with a heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import lxml.html

from socdom.dashboard.menu import ABOUT, ACCESSIBILITY, EXPLAINED, SEARCH, MenuItem, theme_menu, whole_menu
from socdom.dashboard.search.entry import Entry
from socdom.editions.read import Edition

# Pages that explain, of which every part can be found.
_EXPLAINING = (ABOUT, EXPLAINED, ACCESSIBILITY)
# The part with the definition of every figure: those are found with their figure.
_DEFINITIONS = "begrippen"
_LONGEST = 4000


def page_entries(edition: Edition, pages: Mapping[str, str]) -> Iterator[Entry]:
    """The parts of pages that explain, and then every page.

    Args:
        pages: address of a page → its complete HTML.
    """
    yield from _parts(edition, pages)
    yield from _pages(edition, pages)


def _parts(edition: Edition, pages: Mapping[str, str]) -> Iterator[Entry]:
    """Every part with a heading of the pages that explain; a term that it explains weighs more than its text."""
    labels = {item.address: item.label for item in whole_menu(edition)}
    for address in _EXPLAINING:
        if address not in pages or address not in labels:
            continue
        for heading in lxml.html.fromstring(pages[address]).xpath("//main//h2[@id]"):
            part = heading.get("id")
            inside = heading.xpath("ancestor::section[@aria-labelledby=$part][1]", part=part)
            if part != _DEFINITIONS:
                yield Entry(
                    kind="uitleg",
                    name=_text(heading),
                    what=labels[address],
                    words=" ".join(_text(term) for section in inside for term in section.iter("dt")),
                    text=" ".join(map(_text, inside)),
                    address=f"{address}#{part}",
                )


def _pages(edition: Edition, pages: Mapping[str, str]) -> Iterator[Entry]:
    items = dict.fromkeys((*whole_menu(edition), *theme_menu(edition)))
    for item in items:
        if item.address in pages and item.address != SEARCH:
            yield _page(item, pages[item.address])


def _page(item: MenuItem, html: str) -> Entry:
    page = lxml.html.fromstring(html)
    heading, lead = (
        " ".join(map(_text, page.xpath(path))) for path in ("//main//h1", "//main//*[@class='lead']")
    )
    parts = " ".join(map(_text, page.xpath("//main//h2")))
    return Entry(
        kind="pagina",
        name=item.label,
        what=heading,
        words=heading,
        text=f"{lead} {parts}",
        address=item.address,
    )


def _text(node: lxml.html.HtmlElement) -> str:
    return " ".join(node.text_content().split())[:_LONGEST]
