"""Which vintages are kept: all of the last months, and of before the last one of each calendar quarter."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from socdom.parameters.bronnen import Bewaren
from socdom.quarters import Quarter
from socdom.sources.vintages import Vintage, remove, vintages


def to_thin(kept: Sequence[Vintage], today: date, bewaren: Bewaren) -> list[Vintage]:
    """The vintages that can go, oldest first.

    What goes today does not depend on how often it was thinned before: thinned every day or once in a year, the same
    vintages stay.

    Args:
        kept: of one municipality, oldest first, as `vintages` gives them.
        today: the day to count the months back from.
    """
    first = months_before(today, bewaren.alle_maanden)
    # Of a quarter the last one counts, and so the newest of all stays too.
    last = {Quarter.of(vintage.received): vintage for vintage in kept}
    return [
        vintage
        for vintage in kept
        if vintage.received < first and vintage is not last[Quarter.of(vintage.received)]
    ]


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
