"""Which request is which act. Addresses that no page offers are not counted, and of an address never what is asked."""

from __future__ import annotations

import re

from socdom.dashboard.choosing import BY_ADDRESS
from socdom.dashboard.menu import QUESTION, SEARCH
from socdom.dashboard.pages import FINISHED_PAGES
from socdom.usage.cells import Act

# Address → name of each page that is counted, as it is kept.
PAGES = {**FINISHED_PAGES, **{address: address for address in BY_ADDRESS}}
REPORTS, FILES, VIEWS = "rapporten", "bestanden", "cijfer"
_FETCHED = re.compile(rf"({REPORTS}|{FILES}|{VIEWS})/.+")
_CHOSEN = re.compile(r"kies/(.+)")


def act_of(method: str, address: str, asked: bool) -> tuple[Act, str] | None:
    """The act, and the page or kind of file it was done with; None for what is not counted.

    Args:
        method: "GET" or "POST".
        address: after the base address, without what follows a question mark.
        asked: whether something follows a question mark.
    """
    if method == "POST":
        found = _CHOSEN.fullmatch(address)
        return (Act.CHOSEN, found[1]) if found and found[1] in BY_ADDRESS else None
    if method != "GET":
        return None
    if address == QUESTION:
        return Act.ASKED, QUESTION
    if address == SEARCH and asked:
        return Act.SEARCHED, SEARCH
    if address in PAGES:
        return Act.SEEN, PAGES[address]
    found = _FETCHED.fullmatch(address)
    return (Act.DOWNLOADED, found[1]) if found else None
