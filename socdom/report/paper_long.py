"""What the long report leaves out on paper: tables of charts that write every number; the page has them."""

from __future__ import annotations

from lxml.html import HtmlElement

# Bars write their number; of a signal the annex has the newest periods.
_OF_SIGNALS = "//ul[contains(@class, 'signalen')]//figure"
_TOLD_BY_CHART = (
    "//figure[contains(concat(' ', @class, ' '), ' half ')]/details"
    f"|{_OF_SIGNALS}/details"
    "|//div[contains(@class, 'stroken')]//figure/details"
)


def leave_out(tree: HtmlElement) -> None:
    """Take those tables out of a page, in place; the chart of a signal becomes the narrow one, beside its facts."""
    for details in tree.xpath(_TOLD_BY_CHART):
        details.drop_tree()
    for figure in tree.xpath(_OF_SIGNALS):
        for wide in figure.xpath("img[@class='breed'][following-sibling::img]"):
            wide.drop_tree()
        for narrow in figure.xpath("img[@class='smal']"):
            narrow.set("class", "breed")  # the one that stays where a figure has no table beside it
