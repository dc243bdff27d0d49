"""Spells of help laid end to end, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

Row = dict[str, Any]


@dataclass
class Episode:
    """Help of a person or household without a real interruption."""

    unit: int
    spells: list[Row]

    @property
    def start(self) -> date:
        return min(spell["start"] for spell in self.spells)

    @property
    def latest(self) -> date | None:
        """Last day of the spells; None when one is open."""
        ends = [spell["end"] for spell in self.spells]
        return None if None in ends else max(ends)

    @property
    def end(self) -> date | None:
        """Last day of the episode; None when it has not really ended."""
        return None if self.latest is None or self.goes_on_elsewhere else self.latest

    @property
    def goes_on_elsewhere(self) -> bool:
        return any(spell["end"] == self.latest and is_administrative(spell) for spell in self.spells)

    def takes(self, spell: Row, gap_days: int) -> bool:
        """Whether a next spell belongs to it."""
        if self.end is None:
            return True
        days_without = (spell["start"] - self.end).days - 1
        return days_without <= gap_days


def is_administrative(spell: Row) -> bool:
    """Temporary stop, changed request, other provider; or stopped by the municipality for the sake of its books:
    contract (03), shortening (05), form (08), way of paying (10), border of the municipality (11).
    """
    reason = spell.get("end_reason", "")
    by_the_books = spell.get("change_reason", "") in ("03", "05", "08", "10", "11")
    return reason in ("20", "37", "38") or (reason == "36" and by_the_books)


def episodes(rows: list[Row], column: str, gap_days: int) -> list[Episode]:
    """Episodes of every unit, in order of their start within a unit."""
    found: list[Episode] = []
    for unit in sorted({row[column] for row in rows}):
        current: Episode | None = None
        for spell in sorted((row for row in rows if row[column] == unit), key=lambda row: row["start"]):
            if current is not None and current.takes(spell, gap_days):
                current.spells.append(spell)
            else:
                current = Episode(unit, [spell])
                found.append(current)
    return found


def with_whom_help_begins(rows: list[Row]) -> list[Row]:
    """The rows on the first day of an episode of a person, after more than 90 days without."""
    return [
        spell
        for episode in episodes(rows, "person", 90)
        for spell in episode.spells
        if spell["start"] == episode.start
    ]
