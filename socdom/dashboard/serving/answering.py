"""The pages that an address fills in: Stel een vraag and Zoeken, made by the server without a kernel.

Without anything to fill in they are finished pages like the others. What a reader asks is kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable

from tornado.web import HTTPError

from socdom.dashboard.asking.page import ask_page
from socdom.dashboard.menu import QUESTION, SEARCH
from socdom.dashboard.search.page import asked_in, search_page
from socdom.dashboard.serving.handlers import FinishedPage, Rule
from socdom.dashboard.serving.latest import Latest
from socdom.editions.read import Edition

# edition, the part of an address after the question mark → a complete page; None when what it names is not offered.
Make = Callable[[Edition, str], str | None]


class AskedPage(FinishedPage):
    """A page that is made for what its address asks; the finished one where it asks nothing."""

    def initialize(self, current: Latest, page: str, make: Make) -> None:
        super().initialize(current, page)
        self._make = make

    def get(self) -> None:
        if not self.request.query:
            super().get()
            return
        made = self._make(self._current(), self.request.query)
        if made is None:
            raise HTTPError(404)
        self.show(made)

    head = get


def _found(edition: Edition, query: str) -> str:
    return search_page(edition, asked_in(query))


PAGES: dict[str, Make] = {QUESTION: ask_page, SEARCH: _found}


def answering_rules(base: str, current: Latest) -> list[Rule]:
    """Addresses of the pages that an address fills in; they go before those of the finished pages.

    Args:
        base: base address, ending in a slash.
        current: the edition that is served.
    """
    return [
        (f"{base}{address}", AskedPage, {"current": current, "page": address, "make": make})
        for address, make in PAGES.items()
    ]
