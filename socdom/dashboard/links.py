"""Where a figure stands on the pages: the address that leads to exactly that figure."""

from __future__ import annotations

from urllib.parse import quote

from socdom.blocks.budget import BUDGET_ID, told_with_spending
from socdom.blocks.figures import figure_id
from socdom.dashboard.menu import OVERVIEW, POLICY, QUESTION, THEME_ADDRESSES
from socdom.editions.read import Edition

# The name of the page in the address of a question about it.
PAGE = "pagina"


def figure_address(
    edition: Edition, indicator: str, *, area: str = "", query: str = "", page: str = ""
) -> str:
    """Relative address of a figure: "jeugd?wijk=WK999902#f-jeugdhulp_gebruik-wk999902".

    Args:
        edition: the edition that has the figure.
        indicator: id of an indicator of it.
        area: CBS code of a wijk; "" for the municipality.
        query: what is chosen on the page, without question mark.
        page: address of the page; "" for the one of its theme. Indicators of the policy list have one table together.
    """
    description = edition.descriptions[indicator]
    if description.is_policy_indicator and page in ("", POLICY):
        return POLICY
    address = page or THEME_ADDRESSES[description.theme]
    place = figure_id(indicator, area or edition.meta.code)
    if description.theme == "geld" and told_with_spending(edition, indicator):
        place = BUDGET_ID
    return f"{address}{f'?{query}' if query else ''}#{place}"


def question_address(page: str, query: str = "") -> str:
    """Relative address of the page that prepares a question about another page and what is chosen there.

    Args:
        page: address of that page.
        query: as of `figure_address`.
    """
    return f"{QUESTION}?{PAGE}={quote(page, safe='')}{f'&{query}' if query else ''}"


def absolute(edition: Edition, address: str) -> str:
    """A relative address as one that works in an e-mail; "" where nobody said where the dashboard is."""
    base = edition.documents.dashboard.rstrip("/")
    return f"{base}/{address.removeprefix(OVERVIEW)}" if base else ""
