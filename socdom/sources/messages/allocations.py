"""Allocations as they stand: of each number the version that was settled last.

OP087: a 301 holds all allocations of a client and provider that are valid on or after its date, and those that
changed. So one that is not in a later 301 was over by then: it stays as it was told last.
IV013: the version with the latest Toewijzingsdatum and -tijd counts, whatever the order of the messages (OP080).
OP033x1, OP087: ended on its first day with reason 13 (or the old 01) it counts as never sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socdom.sources.messages.records import Allocation
from socdom.sources.messages.told import Told

_NEVER_SENT = ("13", "01")


@dataclass(frozen=True)
class Current:
    """An allocation as it stands.

    Attributes:
        last: the version that counts.
        assigned: the earliest Toewijzingsdatum of all versions: when the client first got it. An extension keeps the
            number and has a later date of its own.
        references: what the provider called its request, in any version; it is named the first time only (TR379).
    """

    last: Told[Allocation]
    assigned: str
    references: frozenset[str]

    @property
    def record(self) -> Allocation:
        """The version that counts."""
        return self.last.record

    @property
    def deleted(self) -> bool:
        """It counts as never sent."""
        return self.record.change_reason in _NEVER_SENT and self.record.end == self.record.start


def current(versions: Iterable[Told[Allocation]]) -> tuple[dict[tuple[str, str], Current], int]:
    """Law and number → the allocation as it stands, sorted; and how many numbers more than one client or provider had.

    Args:
        versions: all allocations told, in any order.
    """
    by_number: dict[tuple[str, str], list[Told[Allocation]]] = {}
    for version in versions:
        by_number.setdefault(version.product, []).append(version)
    found = {}
    shared = 0
    for product in sorted(by_number, key=lambda key: (key[0], int(key[1]))):
        of_number = sorted(by_number[product], key=_settled)
        last = of_number[-1]
        same = [version for version in of_number if version.care == last.care]
        shared += len(same) < len(of_number)
        found[product] = Current(
            last,
            min(version.record.assigned for version in same),
            frozenset(version.record.reference for version in same) - {""},
        )
    return found, shared


def _settled(version: Told[Allocation]) -> tuple:
    return version.record.assigned, version.record.time, *version.order
