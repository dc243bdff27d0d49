"""From starts and stops to the stretches in which care was given.

A record stands until its sender deletes it (status 3; OP033, IV008). At most one delivery of an allocation runs at a
time (OP289): it begins with a start, and ends with a stop for now (reason 20) or for good. A stop for good may follow a
stop for now (OP378), and is then the end of it. After a stop a new start may come (OP379).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from socdom.sources.messages.records import Start, Stop
from socdom.sources.messages.told import Told

E = TypeVar("E", bound=Start | Stop)

PAUSE = "20"
_DELETE = "3"


@dataclass(frozen=True)
class Stretch:
    """A time in which care was given; `end` and `reason` are "" when no stop was told."""

    start: str
    end: str = ""
    reason: str = ""


def standing(events: Iterable[Told[E]]) -> list[Told[E]]:
    """The starts or stops that are not deleted, each once, in any order.

    The messages of one day have no order (OP080). As a key may be sent again only after it was deleted (TR074, TR063),
    counting is enough: at the end of a day it stands when it was sent once more often than it was deleted.
    """
    by_key: dict[tuple[str, ...], dict[str, list[Told[E]]]] = {}
    for event in events:
        key = (event.law, event.message.provider, *event.record.key)
        by_key.setdefault(key, {}).setdefault(event.message.dated, []).append(event)
    return [days[-1][0] for days in (_in_order(found) for found in by_key.values()) if _stands(days)]


def _in_order(days: dict[str, list[Told[E]]]) -> list[list[Told[E]]]:
    return [sorted(days[day], key=_deleted_last) for day in sorted(days)]


def _deleted_last(event: Told[E]) -> tuple:
    return event.record.status == _DELETE, event.order


def _stands(days: list[list[Told[E]]]) -> bool:
    stands = False
    for events in days:
        deleted = sum(event.record.status == _DELETE for event in events)
        stands = stands + (len(events) - deleted) - deleted > 0
    return stands


def stretches(starts: Iterable[Start], stops: Iterable[Stop]) -> list[Stretch]:
    """The stretches of one allocation, first one first; only the last can be open.

    A stop names the start it ends. A start that came while care ran already, and was not deleted, begins nothing: the
    stretches are one. The same holds for a stop that names another day than the start did.
    """
    last_stop: dict[str, Stop] = {}
    for stop in sorted(stops, key=_finality):
        last_stop[stop.start] = stop
    found: list[Stretch] = []
    for begin in sorted({start.start for start in starts} | last_stop.keys()):
        last = last_stop.get(begin)
        told = Stretch(begin) if last is None else Stretch(begin, last.end, last.reason)
        if found and (not found[-1].end or begin <= found[-1].end):
            found[-1] = _joined(found[-1], told)
        else:
            found.append(told)
    return found


def _joined(first: Stretch, second: Stretch) -> Stretch:
    longer = second if not second.end or second.end >= first.end else first
    return replace(longer, start=first.start)


def _finality(stop: Stop) -> tuple:
    return stop.reason != PAUSE, stop.end, stop[:-1]
