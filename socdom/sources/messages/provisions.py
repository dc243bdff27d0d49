"""Rows of provisions: an allocation, with the days on which care was really given.

`assigned` is the first Toewijzingsdatum. `start` and `end` are those of the delivery where a provider told them (305,
307), and otherwise those of the allocation. Care that stopped for now and began again is two rows: the second has
"/2" behind its number, as the table has one row per stretch; declarations name the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from socdom.sources.messages.allocations import Current, current
from socdom.sources.messages.records import Allocation, Message, Performance, Request, Start, Stop
from socdom.sources.messages.stretches import PAUSE, Stretch, standing, stretches
from socdom.sources.messages.told import R, Told, told

# Why the municipality ended an allocation → how the end of care is then told (WMO002 and JZ002, column WMO307/JW307).
# Code 12 is left out: a change that a provider asked for can be any change.
_REASONS = {"02": "02", "03": "36", "05": "36", "06": "39", "08": "36", "09": "38", "10": "36", "11": "36"}
_MOVED = {"wmo": "31", "jeugd": "35"}  # code 07
# Written for "open" by some systems.
_FAR = "2100"


@dataclass(frozen=True)
class Provision:
    """A row: texts as in the messages, and where it came from (number of the file, line)."""

    law: str
    number: str
    part: int
    person: str
    category: str
    provider: str
    referrer: str
    assigned: str
    start: str
    end: str
    end_reason: str
    change_reason: str
    origin: tuple[int, int]


def provisions(messages: Iterable[Message]) -> tuple[list[Provision], Counter[str]]:
    """All provisions, sorted by law, number and stretch; and what was left out or guessed, counted by a word.

    Args:
        messages: without what answers refused, in any order.
    """
    messages = tuple(messages)
    found, shared = current(told(messages, Allocation))
    care = _Care(messages)
    tally: Counter[str] = Counter(shared=shared, unlinked=care.unlinked(found.values()))
    rows: list[Provision] = []
    for product, allocation in found.items():
        if allocation.deleted:
            tally["deleted"] += 1
            continue
        category = allocation.record.category or care.categories.get(product, "")
        if not category:
            tally["without_category"] += 1
            continue
        delivered = care.delivered(allocation)
        bounded = [_bounded(stretch, allocation) for stretch in delivered]
        bounded = [stretch for stretch in bounded if not stretch.end or stretch.end >= stretch.start]
        tally["late"] += len(bounded) < len(delivered)
        tally["not_started"] += not bounded
        for part, stretch in enumerate(_with_last_reason(bounded, allocation) or [_planned(allocation)], 1):
            rows.append(_row(allocation, stretch, part, category, care.referrer(allocation)))
    return rows, tally


class _Care:
    """What providers told about their allocations."""

    def __init__(self, messages: tuple[Message, ...]) -> None:
        starts, stops = told(messages, Start), told(messages, Stop)
        numbers = [event.record.number for event in starts] + [event.record.number for event in stops]
        self._without_number = sum(not number for number in numbers)
        self._starts = _by_care(standing(event for event in starts if event.record.number))
        self._stops = _by_care(standing(event for event in stops if event.record.number))
        self._referrers = _referrers(told(messages, Request))
        self.categories = _categories([*starts, *told(messages, Performance)])

    def delivered(self, allocation: Current) -> list[Stretch]:
        """The stretches of an allocation."""
        care = allocation.last.care
        return stretches(
            [event.record for event in self._starts.get(care, ())],
            [event.record for event in self._stops.get(care, ())],
        )

    def unlinked(self, allocations: Iterable[Current]) -> int:
        """Number of starts and stops that belong to no allocation that is known."""
        known = {allocation.last.care for allocation in allocations}
        gone = [care for care in (*self._starts, *self._stops) if care not in known]
        return self._without_number + sum(
            len(self._starts.get(care, ())) + len(self._stops.get(care, ())) for care in set(gone)
        )

    def referrer(self, allocation: Current) -> str:
        """Who referred the client, by the request the allocation answers; "" when no request is known."""
        last = allocation.last
        for reference in sorted(allocation.references):
            if found := self._referrers.get((last.law, last.message.provider, reference)):
                return found
        return ""


def _by_care(events: Iterable[Told[R]]) -> dict[tuple[str, str, str, str], list[Told[R]]]:
    found: dict[tuple[str, str, str, str], list[Told[R]]] = {}
    for event in events:
        found.setdefault(event.care, []).append(event)
    return found


def _referrers(requests: Iterable[Told[Request]]) -> dict[tuple[str, str, str], str]:
    """Law, provider and reference → referrer; of a request that was sent again the last one."""
    return {
        (request.law, request.message.provider, request.record.reference): request.record.referrer
        for request in sorted(requests, key=lambda request: request.order)
    }


def _categories(events: Iterable[Told[Start] | Told[Performance]]) -> dict[tuple[str, str], str]:
    """Law and number → category of the care that was told first, for an allocation that leaves it open."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for event in events:
        if event.record.category and event.record.number:
            own = event.record.start, event.record.category
            found[event.product] = min(found.get(event.product, own), own)
    return {product: category for product, (_, category) in found.items()}


def _until(allocation: Allocation) -> str:
    return "" if allocation.end >= _FAR else allocation.end


def _planned(allocation: Current) -> Stretch:
    end = _until(allocation.record)
    return Stretch(allocation.record.start, end, _reason(allocation) if end else "")


def _bounded(stretch: Stretch, allocation: Current) -> Stretch:
    """A stretch without a stop lasts until the allocation ends."""
    if stretch.end:
        return stretch
    planned = _planned(allocation)
    return Stretch(stretch.start, planned.end, planned.reason)


def _with_last_reason(found: list[Stretch], allocation: Current) -> list[Stretch]:
    """When the municipality ended the allocation after a stop for now, care did not stop for now."""
    if found and found[-1].reason == PAUSE and _until(allocation.record) and _reason(allocation):
        return [*found[:-1], Stretch(found[-1].start, found[-1].end, _reason(allocation))]
    return found


def _reason(allocation: Current) -> str:
    code = allocation.record.change_reason
    return _MOVED[allocation.last.law] if code == "07" else _REASONS.get(code, "")


def _row(allocation: Current, stretch: Stretch, part: int, category: str, referrer: str) -> Provision:
    record, last = allocation.record, allocation.last
    return Provision(
        law=last.law,
        number=record.number,
        part=part,
        person=record.bsn,
        category=category,
        provider=last.message.provider,
        referrer=referrer,
        assigned=allocation.assigned,
        start=stretch.start,
        end=stretch.end,
        end_reason=stretch.reason,
        change_reason=record.change_reason,
        origin=last.origin,
    )
