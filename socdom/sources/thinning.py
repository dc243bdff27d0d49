"""Which vintages are kept: all of the last months, and of before the last one of each calendar quarter."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from socdom.parameters.bronnen import Bewaren
from socdom.quarters import Quarter
from socdom.sources.vintages import Vintage, remove, vintages

T = TypeVar("T")


def to_thin(kept: Sequence[Vintage], today: date, bewaren: Bewaren) -> list[Vintage]:
    """The vintages that can go, oldest first.

    What goes today does not depend on how often it was thinned before: thinned every day or once in a year, the same
    vintages stay.

    Args:
        kept: of one municipality, oldest first, as `vintages` gives them.
        today: the day to count the months back from.
    """
    return beyond(kept, lambda vintage: vintage.received, months_before(today, bewaren.alle_maanden))


def beyond(kept: Sequence[T], day_of: Callable[[T], date], first: date) -> list[T]:
    """What can go: all of before a day but the last of each calendar quarter, and so the newest of all stays too.

    Args:
        kept: in order of their day.
    """
    last = {Quarter.of(day_of(one)): one for one in kept}
    return [one for one in kept if day_of(one) < first and one is not last[Quarter.of(day_of(one))]]


def thin(home: Path, today: date, bewaren: Bewaren) -> list[Vintage]:
    """Remove the vintages that can go; each is whole or gone, whenever the run ends.

    Returns:
        The vintages that were removed.
    """
    gone = to_thin(vintages(home), today, bewaren)
    for vintage in gone:
        remove(vintage)
    return gone


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or the last day of a month that is shorter."""
    index = day.year * 12 + day.month - 1 - months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
