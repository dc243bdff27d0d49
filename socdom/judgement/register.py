"""Signals beside what people did with them: the signal register of an edition.

What the figures say comes from `judge`, what people did from the records of the edition. The two are matched by
series and direction; the rule may change as quarters come in, and it stays the same signal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from socdom.editions.read import Edition
from socdom.editions.register import RegisterRecord
from socdom.judgement.judge import judge, judgements
from socdom.judgement.model import JUDGED, Direction, Judgement, Rule, Signal
from socdom.quarters import Quarter

_CLOSED = "afgesloten"


class Standing(StrEnum):
    """How it stands with a signal, in the order in which a reader wants to see them."""

    NEW = "nieuw"
    WATCHED = "wordt bekeken"
    EXPLAINED = "verklaard"
    GONE = "niet meer in de cijfers"
    NOT_JUDGED = "niet te beoordelen"
    CLOSED = "afgesloten"


@dataclass(frozen=True)
class Followed:
    """A signal of the figures, its follow-up by people, or both.

    Attributes:
        judgement: of the series, as the figures stand now.
        signal: None when the figures give this signal no more, or cannot be judged now.
        record: None when nobody wrote anything yet.
        since: first quarter of the signal.
        role, day: of the last step; "" and None without a record.
    """

    judgement: Judgement
    standing: Standing
    rule: Rule
    direction: Direction
    since: str
    signal: Signal | None = None
    record: RegisterRecord | None = None

    @property
    def indicator(self) -> str:
        return self.judgement.indicator

    @property
    def area(self) -> str:
        """CBS code."""
        return self.judgement.area

    @property
    def is_closed(self) -> bool:
        """Whether people closed it."""
        return self.standing is Standing.CLOSED

    @property
    def role(self) -> str:
        return self.record.steps[-1].role if self.record else ""

    @property
    def day(self) -> date | None:
        return self.record.steps[-1].day if self.record else None


@dataclass(frozen=True)
class Register:
    """All that is followed, each tuple in the order of `Standing` and then of the catalogue.

    Attributes:
        open: signals nobody closed.
        closed: signals people closed less than a year before the figures, or that the figures still give.
        judged: number of series of the municipality as a whole that were judged.
        has_quarters: whether a figure of the municipality is of a quarter; figures of a year are not judged.
    """

    open: tuple[Followed, ...]
    closed: tuple[Followed, ...]
    judged: int
    has_quarters: bool = True

    @property
    def new(self) -> tuple[Followed, ...]:
        return tuple(item for item in self.open if item.standing is Standing.NEW)


def register(edition: Edition) -> Register:
    """The signal register of an edition."""
    whole = judgements(edition)
    found = [*_of_signals(edition, whole), *_of_records_alone(edition)]
    order = {description.id: place for place, description in enumerate(edition.indicators())}
    standings = list(Standing)
    found.sort(
        key=lambda item: (standings.index(item.standing), order.get(item.indicator, len(order)), item.area)
    )
    return Register(
        open=tuple(item for item in found if not item.is_closed),
        closed=tuple(item for item in found if item.is_closed),
        judged=sum(judgement.verdict in JUDGED for judgement in whole),
        has_quarters=_has_quarters(edition),
    )


def follow_up(edition: Edition, signal: Signal) -> RegisterRecord | None:
    """What people did with a signal: the open follow-up of it, or else the last one that was closed."""
    found = [record for record in edition.signals.followed if _is_about(edition, record, signal)]
    return max(found, key=lambda record: (not _is_closed(record), record.steps[-1].day), default=None)


def _has_quarters(edition: Edition) -> bool:
    own = {description.id for description in edition.indicators()}
    figures = edition.figures
    quarters = figures["period"].str.contains("Q", regex=False)
    return bool((quarters & (figures["area"] == edition.meta.code) & figures["indicator"].isin(own)).any())


def _of_signals(edition: Edition, whole: Iterable[Judgement]) -> list[Followed]:
    """Every signal of the figures: of the municipality, and of the neighbourhoods that people follow."""
    followed_areas = sorted({(r.indicator, r.area) for r in edition.signals.followed if r.area})
    parts = [judge(edition, indicator, area) for indicator, area in followed_areas]
    own = edition.meta.code
    return [
        _followed(judgement, judgement.signal, follow_up(edition, judgement.signal))
        for judgement in [*whole, *(part for part in parts if part.area != own)]
        if judgement.signal is not None
    ]


def _followed(judgement: Judgement, signal: Signal, record: RegisterRecord | None) -> Followed:
    standing = Standing(record.steps[-1].state) if record else Standing.NEW
    return Followed(judgement, standing, signal.rule, signal.direction, signal.since, signal, record)


def _of_records_alone(edition: Edition) -> list[Followed]:
    """Follow-up that no signal of the figures belongs to (any more)."""
    found: list[Followed] = []
    for record in edition.signals.followed:
        judgement = judge(edition, record.indicator, record.area or None)
        if judgement.signal is not None and follow_up(edition, judgement.signal) is record:
            continue
        if _is_closed(record):
            standing = Standing.CLOSED
            if not _within_a_year(record.steps[-1].day, edition.meta.figures_as_of):
                continue
        else:
            standing = Standing.GONE if judgement.verdict in JUDGED else Standing.NOT_JUDGED
        found.append(
            Followed(judgement, standing, Rule(record.rule), record.direction, record.since, None, record)
        )
    return found


def _is_about(edition: Edition, record: RegisterRecord, signal: Signal) -> bool:
    series = (record.indicator, record.area or edition.meta.code, record.direction)
    return series == (signal.indicator, signal.area, signal.direction) and not _closed_before(record, signal)


def _is_closed(record: RegisterRecord) -> bool:
    return record.steps[-1].state == _CLOSED


def _closed_before(record: RegisterRecord, signal: Signal) -> bool:
    """Whether it was closed before the first quarter of the signal was over: nobody can have seen this one then."""
    return _is_closed(record) and record.steps[-1].day <= Quarter.parse(signal.since).end


def _within_a_year(day: date, as_of: date) -> bool:
    return (day.year + 1, day.month, day.day) > (as_of.year, as_of.month, as_of.day)
