"""All that the evaluation of a dashboard rests on. Nothing in it is of a person: small counts are hidden already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from socdom.editions.model import EditionMeta
from socdom.editions.read import Edition
from socdom.parameters.antwoorden import Antwoord
from socdom.parameters.evaluatie import Wens
from socdom.quarters import Quarter
from socdom.usage.told import UseTold


@dataclass(frozen=True)
class Release:
    """An edition of a quarter that the council got.

    Attributes:
        quarter: what it is about.
        version: "1.0".
        figures_as_of: the last day that counts in it.
    """

    quarter: Quarter
    version: str
    figures_as_of: date

    @property
    def days(self) -> int:
        """How many days after the quarter its figures were fetched."""
        return (self.figures_as_of - self.quarter.end).days


@dataclass(frozen=True)
class Evaluated:
    """What is known of a dashboard and its use.

    Attributes:
        meta: of the edition that is served.
        made_up: whether the counts are an example.
        asked: questions with an answer that the griffie published.
        releases: editions of quarters, newest first.
        failed_since: day since which the refresh by itself does not succeed; None when it does, or is not planned.
    """

    meta: EditionMeta
    today: date
    made_up: bool
    use: UseTold
    wishes: tuple[Wens, ...]
    asked: tuple[Antwoord, ...]
    releases: tuple[Release, ...]
    failed_since: date | None = None

    @property
    def days_old(self) -> int:
        """How many days ago the figures of the dashboard were fetched."""
        return (self.today - self.meta.figures_as_of).days

    @property
    def days_overdue(self) -> int:
        """How many days those figures are older than was agreed; 0 when they are not, or nothing was agreed."""
        return max(self.days_old - self.meta.renewed_within, 0) if self.meta.renewed_within else 0


def releases(edition: Edition) -> tuple[Release, ...]:
    """The editions of quarters that the council can get, newest first."""
    return tuple(
        Release(Quarter.parse(item.period), item.version, item.figures_as_of)
        for item in edition.archive.editions
    )


def published(answers: Iterable[Antwoord], today: date) -> tuple[Antwoord, ...]:
    """The answers that were published by a day, oldest first."""
    found = [item for item in answers if item.status == "gepubliceerd" and item.datum and item.datum <= today]
    return tuple(sorted(found, key=lambda item: (item.datum, item.bestand)))
