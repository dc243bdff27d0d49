"""What the dashboard of an edition offers to look at, to choose and to fetch, so that it can be counted."""

from __future__ import annotations

from socdom.dashboard.choosing import BY_ADDRESS
from socdom.dashboard.menu import QUESTION, theme_menu, whole_menu
from socdom.dashboard.using.acts import FILES, PAGES, REPORTS, VIEWS
from socdom.editions.read import Edition
from socdom.usage.told import OTHERS, Offered

_DOWNLOADS = {FILES: "Bestanden met alle cijfers", REPORTS: "Rapporten", VIEWS: "Cijfers van één figuur"}


def offered(edition: Edition) -> Offered:
    """The pages of the menus, the pages with a choice, and the kinds of files of an edition."""
    items = {
        item.address.removeprefix("./"): item.label for item in (*whole_menu(edition), *theme_menu(edition))
    }
    pages = {
        PAGES[address]: label for address, label in items.items() if address in PAGES and address != QUESTION
    }
    # Whoever knows the address of a page that stands in no menu can open it.
    if set(PAGES.values()) - {*pages, QUESTION}:
        pages[OTHERS] = "Andere pagina’s"
    choices = tuple(
        address for address in BY_ADDRESS if address in pages and BY_ADDRESS[address].controls(edition)
    )
    downloads = {
        kind: label for kind, label in _DOWNLOADS.items() if kind != REPORTS or edition.archive.editions
    }
    return Offered(pages, choices, downloads)
