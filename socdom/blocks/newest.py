"""A figure as its number in words, for a line that names it: of a folded figure, of what was found or asked about."""

from __future__ import annotations

from socdom.blocks.tables import STATUS_WORDS, mark
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.narrative.comparison import compare, tells_no_change
from socdom.narrative.wording import JUDGEMENTS


def value_in_words(edition: Edition, now: Figure | None) -> str:
    """The number with its unit and mark, "niet getoond" and the like where there is none, "geen cijfer" for None."""
    if now is None:
        return "geen cijfer"
    if not now.shown:
        return STATUS_WORDS[now.status]
    pair = compare(edition, now.indicator, now.period, now.area)
    if tells_no_change(pair):
        return JUDGEMENTS[pair.state].lower()
    return pair.description.text(now.value, words=True) + mark(now)
