"""What an edition tells about the accessibility of the dashboard it is shown in."""

from __future__ import annotations

from datetime import date
from typing import Literal

from socdom.editions.record import Record


class AuditRecord(Record):
    """A full audit: when, by which organisation, and the address of its report."""

    day: date
    by: str
    report: str


class BarrierRecord(Record):
    """Something that does not comply, what it means for a reader, what is done, and when that is ready."""

    what: str
    effect: str
    measure: str
    ready: date | None = None


class AccessibilityRecord(Record):
    """The declaration of the municipality.

    Attributes:
        status: letter of the register: A all complies, B a part, C first measures are taken, D does not comply.
        declaration: address in the register; "" when it is not there.
        email, phone: where a reader tells of a problem; "" for the griffie.
    """

    status: Literal["A", "B", "C", "D"] = "C"
    declaration: str = ""
    audit: AuditRecord | None = None
    barriers: tuple[BarrierRecord, ...] = ()
    email: str = ""
    phone: str = ""
