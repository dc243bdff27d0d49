"""The finished pages: written once with the edition, shown without a kernel."""

from __future__ import annotations

from pathlib import Path

from socdom.dashboard import choice_page
from socdom.dashboard.choosing import CHOICE_PAGES
from socdom.dashboard.fixed import FIXED_PAGES
from socdom.dashboard.places import PAGE_FOLDER, page_file
from socdom.dashboard.search.entries import ENTRIES_FILE, write_entries
from socdom.editions.read import Edition

# Address on the server (after the base address) → name of the page's file.
FINISHED_PAGES = {page.address.removeprefix("./"): page.name for page in FIXED_PAGES}


def write_pages(edition: Edition, folder: Path) -> None:
    """Write the finished pages of an edition to `folder/dashboard/`; links between them are relative."""
    (folder / PAGE_FOLDER).mkdir(exist_ok=True)
    made = pages(edition)
    for name, html in made.items():
        (folder / page_file(name)).write_text(html, encoding="utf-8")
    addresses = {page.name: page.address for page in FIXED_PAGES}
    write_entries(edition, {addresses.get(name, name): html for name, html in made.items()}, folder)


def page_files() -> dict[str, str]:
    """Name of every file that `write_pages` makes → what it is, in Dutch."""
    words = {page.name: page.words for page in FIXED_PAGES}
    words |= {page.address: f"de pagina {page.title}" for page in CHOICE_PAGES.values()}
    return {**{page_file(name): told for name, told in words.items()}, ENTRIES_FILE: "wat Zoeken kan vinden"}


def pages(edition: Edition) -> dict[str, str]:
    """Name of a finished page → its complete HTML."""
    fixed = {page.name: page.make(edition) for page in FIXED_PAGES}
    return fixed | {about.address: choice_page.finished(edition, about) for about in CHOICE_PAGES.values()}
