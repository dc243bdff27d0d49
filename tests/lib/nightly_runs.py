"""Nights of a municipality, one after another: a clock that is handed in, the timer, and what each run came to."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from socdom.parameters import Places
from socdom.pipeline.unattended.result import RunDue
from socdom.pipeline.unattended.run import run_due
from socdom.pipeline.unattended.work import Publish
from socdom.schedule.days import HERE
from socdom.schedule.journal import read_journal
from socdom.sources.cbs.client import CbsClient

_MORNING = timedelta(hours=5)


@dataclass
class Nights:
    """The timer of a municipality.

    Attributes:
        did: day, task and what became of it, of everything that was tried.
        idle: seconds of each run in which nothing was tried.
    """

    places: Places
    slug: str
    publish: Publish
    client: CbsClient | None = None
    now: datetime = datetime(2020, 1, 1, tzinfo=HERE)
    did: list[tuple[date, str, str]] = field(default_factory=list)
    idle: list[float] = field(default_factory=list)

    def run(self, moment: datetime) -> RunDue:
        """One call of the timer."""
        self.now, start = moment, time.perf_counter()
        done = run_due(
            self.slug, places=self.places, clock=lambda: self.now, publish=self.publish, client=self.client
        )
        tried = [one for one in done.outcomes if one.became in ("gedaan", "mislukt")]
        self.did += [(moment.astimezone(HERE).date(), one.decision.task, one.became) for one in tried]
        if not tried:
            self.idle.append(time.perf_counter() - start)
        return done

    def night(self, day: date) -> None:
        """The calls of a night: at a quarter past one, and until the morning when a new attempt is due."""
        moment = datetime(day.year, day.month, day.day, 1, 15, tzinfo=HERE)
        morning = moment + _MORNING
        while moment is not None and moment <= morning:
            self.run(moment)
            moment = self._next(moment)

    def until(self, last: date) -> None:
        """Every night from the one after the last call up to and including a day."""
        day = self.now.astimezone(HERE).date() + timedelta(days=1)
        while day <= last:
            self.night(day)
            day += timedelta(days=1)

    def _next(self, moment: datetime) -> datetime | None:
        states = read_journal(self.places.kept(self.slug)).tasks.values()
        return min((one.next_try for one in states if one.next_try and one.next_try > moment), default=None)


def left_alone(folder: Path, day: date) -> None:
    """Let every file be one that came in on the afternoon of a day."""
    moment = datetime(day.year, day.month, day.day, 16, tzinfo=HERE).timestamp()
    for path in folder.iterdir():
        os.utime(path, (moment, moment))
