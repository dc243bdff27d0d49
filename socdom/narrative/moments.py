"""Breaks and events of a series in sentences, as far as they lie in the time that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from socdom.editions.model import Break, Description, Event
from socdom.editions.read import Edition
from socdom.narrative.wording import in_sentence
from socdom.quarters import period_phrase


def moments(word: str, found: Sequence[Break] | Sequence[Event], until: str) -> tuple[str, ...]:
    """What happened up to a period, a sentence each: "Trendbreuk vanaf het 1e kwartaal 2019: nieuwe regel.".

    What came later is not in the figures.
    """
    return tuple(
        f"{word} vanaf {period_phrase(item.period)}: {in_sentence(item.text).rstrip('.')}."
        for item in found
        if item.period <= until
    )


def shown_until(edition: Edition, description: Description) -> str:
    """The last period that is shown of an indicator, or of the edition: yearly figures can be of later."""
    newest = edition.figure(description.id)
    return max(edition.meta.period, newest.period if newest else "")
