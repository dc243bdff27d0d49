"""What there is to write about: failures by the journal, and what a run says waits or is ready.

Each follows from how it is now, under a key that stays the same for as long as it is so. So a crash or a mail server
that is away loses nothing, and what was told is told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from socdom.schedule.days import local_day
from socdom.schedule.events import Event, Kind, Reason
from socdom.schedule.journal import Journal, TaskState
from socdom.schedule.retries import worth_telling

# Sending mail is no task of the schedule; how it goes is kept beside them, and nobody can be mailed about it.
MAIL = "mail"
_FAILED, _LASTING, _RECOVERED = "mislukt", "nog steeds", "hersteld"


class About(Enum):
    """What a notice is about."""

    FAILED = auto()
    LASTING = auto()
    RECOVERED = auto()
    WAITS = auto()
    READY = auto()
    DUIDING = auto()
    STOPPED = auto()


@dataclass(frozen=True)
class Notice:
    """Something that somebody should hear of.

    Attributes:
        key: what is kept of it once it was told.
        task: name of the task, or of the part that stopped.
        since: since when it fails.
        code: exit code of the fault.
        count: failed attempts, open points or texts.
    """

    about: About
    key: str
    task: str
    since: datetime | None = None
    code: int = 0
    reason: Reason | None = None
    edition: str = ""
    count: int = 0


def notices(
    journal: Journal, events: Iterable[Event], *, now: datetime, again_after: int
) -> tuple[Notice, ...]:
    """What was not told yet.

    Args:
        events: of this run.
        now: aware time.
        again_after: days after which a failure that lasts is told again.
    """
    found = [*failures(journal, now, again_after), *_of_events(events)]
    return tuple({item.key: item for item in found if item.key not in journal.sent}.values())


def failures(journal: Journal, now: datetime, again_after: int) -> Iterator[Notice]:
    """What fails, still fails, or works again; also what was told of it already."""
    for task, state in journal.tasks.items():
        if task == MAIL:
            continue
        yield from _works_again(task, state, journal)
        if state.failed_since is not None and worth_telling(state, now):
            yield _failure(task, state, journal, now, again_after)


def _failure(task: str, state: TaskState, journal: Journal, now: datetime, again_after: int) -> Notice:
    first = f"{_FAILED} {task} {_moment(state.failed_since)}"
    about, key = About.FAILED, first
    if first in journal.sent and (times := (local_day(now) - journal.sent[first]).days // again_after):
        about, key = About.LASTING, f"{_LASTING} {task} {_moment(state.failed_since)} {times}"
    return Notice(about, key, task, since=state.failed_since, code=state.code or 0, count=state.tries)


def _works_again(task: str, state: TaskState, journal: Journal) -> Iterator[Notice]:
    told = f"{_FAILED} {task} "
    for key in [key for key in journal.sent if key.startswith(told)]:
        since = key.removeprefix(told)
        if state.failed_since is None or _moment(state.failed_since) != since:
            yield Notice(
                About.RECOVERED, f"{_RECOVERED} {task} {since}", task, since=datetime.fromisoformat(since)
            )


def _of_events(events: Iterable[Event]) -> Iterator[Notice]:
    kinds = {Kind.WAITS: About.WAITS, Kind.READY: About.READY, Kind.DUIDING: About.DUIDING}
    for event in events:
        if event.kind in kinds:
            yield Notice(
                kinds[event.kind],
                event.key,
                event.task,
                reason=event.reason,
                edition=event.edition,
                count=event.count,
            )


def _moment(at: datetime | None) -> str:
    return at.isoformat(timespec="minutes") if at else ""
