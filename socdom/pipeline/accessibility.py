"""The declaration of accessibility, from the parameters to the edition."""

from __future__ import annotations

from socdom.editions.accessibility import AccessibilityRecord, AuditRecord, BarrierRecord
from socdom.parameters.toegankelijkheid import Toegankelijkheid


def accessibility_of(told: Toegankelijkheid) -> AccessibilityRecord:
    """The record of what a municipality declares."""
    audit = told.onderzoek
    return AccessibilityRecord(
        status=told.status,
        declaration=told.verklaring or "",
        audit=AuditRecord(day=audit.datum, by=audit.door, report=audit.rapport) if audit else None,
        barriers=tuple(
            BarrierRecord(what=item.wat, effect=item.gevolg, measure=item.maatregel, ready=item.gereed)
            for item in told.knelpunten
        ),
        email=told.melden.email,
        phone=told.melden.telefoon,
    )
