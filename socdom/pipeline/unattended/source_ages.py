"""How old each source is: the day a delivery came in, and the day CBS was last asked for a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from socdom.errors import SocdomError
from socdom.parameters import Gemeente, Places
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.supplied import supply_of
from socdom.schedule.days import local_day
from socdom.sources.cbs.keeping import last_asked
from socdom.sources.vintages import vintages


@dataclass(frozen=True)
class SourceAge:
    """A source, and the day on which what is there came in."""

    name: str
    day: date

    def days(self, now: datetime) -> int:
        """How many days ago that was."""
        return (local_day(now) - self.day).days


def source_ages(places: Places, gemeente: str, parameters: Gemeente) -> Iterator[SourceAge]:
    """The deliveries of a municipality, the last one that was read in, and every table of CBS there is."""
    if parameters.bronnen.leveringen:
        try:
            arrived = supply_of(places, gemeente, parameters).arrived()
        except (SocdomError, OSError):
            # Of parameters that are not valid, or a file that just went; a run says which.
            arrived = {}
        for name, moment in arrived.items():
            yield SourceAge(name, local_day(datetime.fromtimestamp(moment, UTC)))
        kept = vintages(vintages_home(places, gemeente))
        if kept:
            yield SourceAge("laatst ingelezen", kept[-1].received)
    tables = places.snapshots / "cbs"
    for folder in sorted(tables.iterdir()) if tables.is_dir() else ():
        if (day := last_asked(places.snapshots, folder.name)) is not None:
            yield SourceAge(f"CBS {folder.name}", day)
