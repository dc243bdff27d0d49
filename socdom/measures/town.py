"""Everything one run of the engine knows: tables, areas and quarters, with what is derived once for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from socdom.areas import Area
from socdom.measures.ages import Ages
from socdom.measures.calendar import Calendar
from socdom.measures.regions import Regions
from socdom.measures.residence import Residence
from socdom.tables import Tables


@dataclass(frozen=True)
class Town:
    """A municipality as the engine sees it.

    Attributes:
        tables: the person-level tables.
        regions: its areas.
        calendar: the periods that are counted.
    """

    tables: Tables
    regions: Regions
    calendar: Calendar

    @classmethod
    def of(cls, tables: Tables, areas: Sequence[Area], calendar: Calendar) -> Town:
        """From the areas in any order."""
        return cls(tables, Regions.of(areas), calendar)

    @cached_property
    def residence(self) -> Residence:
        """Where everybody counts in each period; worked out at the first use."""
        return Residence.of(self.tables.addresses, self.calendar.quarters_each)

    @cached_property
    def ages(self) -> Ages:
        """Birth days of everybody; worked out at the first use."""
        return Ages.of(self.tables.persons, self.calendar.quarters_each)
