"""Where figures stand on the dashboard, for the row of links under each of them."""

from __future__ import annotations

from socdom import blocks
from socdom.dashboard.asking.answers import answers_about
from socdom.dashboard.menu import theme_links
from socdom.editions.read import Edition


def view_of(edition: Edition, page: str, query: str = "") -> blocks.View:
    """The page at an address, with what was chosen there.

    Args:
        page: address of the page, as in the menu.
        query: as of `Selection.query`.
    """
    return blocks.View(page, query, theme_links(edition), answers_about)
