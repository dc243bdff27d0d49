"""The catalogue as a flat table: one row for each indicator, one column for each thing to know of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from socdom import dutch
from socdom.editions.model import THEMES, Break, Description, Event
from socdom.editions.protection import ProtectionRecord
from socdom.narrative.counting import counted_how

_TEXTS: Mapping[str, Callable[[Description], object]] = {
    "indicator": lambda d: d.id,
    "naam": lambda d: d.title,
    "thema": lambda d: THEMES[d.theme],
    "groep": lambda d: d.group,
    "eenheid": lambda d: d.unit,
    "basis": lambda d: d.basis,
    "soort": lambda d: d.kind,
    "waarom": lambda d: d.why,
    "hoe te lezen": lambda d: d.reading,
    "let op": lambda d: " ".join(d.pitfalls),
    "breuken": lambda d: _moments(d.breaks),
    "gebeurtenissen": lambda d: _moments(d.events),
    "gewenste richting": lambda d: "" if d.direction == "neutraal" else d.direction,
    "wet": lambda d: d.law,
    "bron": lambda d: d.source,
    "BBV-nummer": lambda d: d.bbv,
    "geschreven door": lambda d: d.written_by,
    "nagekeken door": lambda d: d.checked_by,
    "nagekeken op": lambda d: dutch.day(d.reviewed),
    "opnieuw bekijken op": lambda d: dutch.day(d.next_review),
    "methode": lambda d: d.definition.method if d.definition else "",
    "tabel": lambda d: d.definition.selection.table if d.definition and d.definition.selection else "",
}
_COUNTED = (
    "Wat we tellen",
    "Welke gegevens",
    "Gedeeld door",
    "Wanneer",
    "Gebieden",
    "Uitsplitsingen",
    "Hoe zeker",
    "Bescherming",
)

HEADINGS = (*_TEXTS, *(heading.lower() for heading in _COUNTED))


def row(description: Description, rules: ProtectionRecord) -> list[str]:
    """The cells of an indicator, in the order of HEADINGS; "" for what it does not have.

    Args:
        rules: the thresholds of protection that are told.
    """
    counted = dict(counted_how(description, rules))
    return [
        *(str(text(description)) for text in _TEXTS.values()),
        *(counted.get(heading, "") for heading in _COUNTED),
    ]


def _moments(moments: tuple[Break | Event, ...]) -> str:
    return " ".join(f"{item.period}: {item.text}" for item in moments)
