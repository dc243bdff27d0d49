"""The pages on which a reader can choose. Each is a record; page, notebook and server read it from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from socdom.blocks import Block
from socdom.dashboard import theme, wijken
from socdom.dashboard.menu import THEME_ADDRESSES, WIJKEN
from socdom.dashboard.state import Control, Selection, is_offered, selection
from socdom.editions.model import THEMES
from socdom.editions.read import Edition


@dataclass(frozen=True)
class ChoicePage:
    """A page with choices, served at `address` and executed as the notebook of that name.

    Attributes:
        key: its name in code and in its notebook ("jeugd").
        address: its address, and the name of its notebook and of its finished page.
        title: its Dutch name, as in the menu.
        heading: its h1.
        lead: edition → its main message; "" for none.
        controls: edition → what can be chosen; () where there is no choice.
        blocks: edition, choice → its blocks in order; what is folded may still be to be made.
        present: edition → whether it has figures for the page.
    """

    key: str
    address: str
    title: str
    heading: str
    lead: Callable[[Edition], str]
    controls: Callable[[Edition], tuple[Control, ...]]
    blocks: Callable[[Edition, Selection], list[Block]]
    present: Callable[[Edition], bool]

    def selection(self, edition: Edition, query: str = "") -> Selection:
        """The choice an address asks for; whatever is not offered gives the default."""
        return selection(self.controls(edition), query)

    def is_offered(self, edition: Edition, query: str) -> bool:
        """Whether all that an address asks for can be chosen on this page."""
        return is_offered(self.controls(edition), query)


def _theme_page(key: str) -> ChoicePage:
    return ChoicePage(
        key=key,
        address=THEME_ADDRESSES[key],
        title=THEMES[key],
        heading=theme.HEADINGS[key],
        lead=partial(theme.lead, theme=key),
        controls=partial(theme.controls, theme=key),
        blocks=lambda edition, choice: theme.theme_blocks(edition, key, choice),
        present=lambda edition: key in edition.themes(),
    )


def _wijken_page() -> ChoicePage:
    return ChoicePage(
        key=WIJKEN,
        address=WIJKEN,
        title="Wijken",
        heading=wijken.HEADING,
        lead=wijken.lead,
        controls=wijken.controls,
        blocks=wijken.page_blocks,
        present=wijken.present,
    )


_PAGES = (*(_theme_page(key) for key in THEMES), _wijken_page())
CHOICE_PAGES = {page.key: page for page in _PAGES}
BY_ADDRESS = {page.address: page for page in _PAGES}
