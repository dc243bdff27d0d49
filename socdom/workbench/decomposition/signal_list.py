"""The signals of an edition as a table: what each is, since when, and how it stands."""

from __future__ import annotations

from socdom.editions.read import Edition
from socdom.judgement.register import Followed, register
from socdom.narrative.register import finding, standing_words
from socdom.quarters import Quarter
from socdom.workbench.figures.listing import Listing

COLUMNS = ("indicator", "naam", "gebied", "signaal", "sinds", "opvolging")


def signals_of(edition: Edition) -> Listing:
    """A line for every signal, open ones first; columns COLUMNS."""
    found = register(edition)
    return Listing([_row(edition, item) for item in (*found.open, *found.closed)], columns=list(COLUMNS))


def _row(edition: Edition, item: Followed) -> tuple[str, ...]:
    return (
        item.indicator,
        edition.descriptions[item.indicator].short,
        edition.area_name(item.area),
        finding(edition, item),
        Quarter.parse(item.since).short_label,
        standing_words(item.standing, noted=item.record is not None),
    )
