"""What there is, and so what is due: editions beside what they would be made of now, snapshots of CBS, duiding.

Nothing is done and nothing is written here. What was done before is seen from the editions and snapshots themselves, so
a journal that is lost makes nothing double.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from socdom.editions.frozen import Frozen, newest_frozen
from socdom.editions.read import Edition
from socdom.errors import EditionError, SocdomError
from socdom.parameters import Gemeente, Places, load_gemeente
from socdom.parameters.beheer import load_beheer
from socdom.parameters.planning import Planning
from socdom.pipeline.definitive import unexplained
from socdom.pipeline.gate import Gate
from socdom.pipeline.inputs import Inputs, current_inputs, quarter_inputs
from socdom.pipeline.unattended.seen import seen_current, seen_quarter
from socdom.quarters import Quarter
from socdom.schedule.days import local_day, newest_due
from socdom.schedule.due import (
    FETCH,
    REFRESH,
    Decision,
    fetch_due,
    quarter_due,
    quarter_task,
    quarter_to_come,
    refresh_due,
    reminder_due,
)
from socdom.schedule.events import Reason
from socdom.schedule.journal import Journal, TaskState, read_journal
from socdom.sources.cbs import themes
from socdom.sources.cbs.borders_store import border_files
from socdom.sources.cbs.keeping import last_asked
from socdom.sources.iv3_cbs import TABLES

# An older quarter that was never made is made as well; what lies further back is no news for anybody.
_QUARTERS_BACK = 3


@dataclass(frozen=True)
class Looked:
    """A decision, and what the work is done with; None where there is no edition to make."""

    decision: Decision
    inputs: Inputs | None = None


@dataclass(frozen=True)
class Desk:
    """A municipality at a moment.

    Attributes:
        today: the day it is there; of a made-up municipality that of `gemeente.yml`.
    """

    places: Places
    slug: str
    gemeente: Gemeente
    planning: Planning
    now: datetime
    today: date

    @classmethod
    def at(cls, places: Places, slug: str, now: datetime) -> Desk:
        """The municipality as its parameters are now.

        Raises:
            ParameterError: gemeente.yml or beheer.yml is not valid.
        """
        folder = places.parameters / slug
        gemeente = load_gemeente(folder)
        planning = load_beheer(folder).planning
        return cls(places, slug, gemeente, planning, now, gemeente.vandaag or local_day(now))

    @cached_property
    def gate(self) -> Gate:
        """What is asked more of a delivery because nobody watches."""
        return Gate(self.planning.daling_hoogstens)

    def fetch(self, state: TaskState) -> Looked:
        """Whether figures of CBS are to be fetched."""
        days = self._asked_days()
        last = min((day or date.min for day in days), default=date.min)
        known = None if last == date.min else last
        # By the clock, also for a made-up municipality whose own day stands still.
        day = local_day(self.now)
        return Looked(fetch_due(self.planning, state, self.now, day, uses=bool(days), last=known))

    def refresh(self, state: TaskState) -> Looked:
        """Whether the edition of the dashboard is to be made.

        Raises:
            SocdomError: parameters are not valid, or a source cannot be reached.
        """
        inputs = current_inputs(self.places, self.slug, today=self.today, gate=self.gate)
        seen = seen_current(inputs, self.now, self.today, self.planning.rust_minuten)
        return Looked(refresh_due(self.planning, seen, state, self.now), inputs)

    def quarters(self) -> list[Quarter]:
        """The quarters whose edition may be due, oldest first: the newest, and those before that were never made."""
        newest = newest_due(self.today, self.planning.concept_na_dagen)
        home = self.places.rendered / self.slug
        earlier = [newest - back for back in range(_QUARTERS_BACK, 0, -1)]
        found = [one for one in earlier if self._prepared(one) and not (home / str(one)).exists()]
        bronnen = self.gemeente.bronnen
        delivered = bronnen.leveringen and newest >= Quarter.parse(bronnen.leveringen_vanaf)
        wanted = delivered or self._prepared(newest)
        return [*found, newest] if wanted else found

    def quarter(self, quarter: Quarter, state: TaskState) -> Looked:
        """Whether the edition of a quarter is to be made.

        Raises:
            SocdomError: parameters are not valid, or a source cannot be reached.
        """
        name = str(quarter)
        frozen = self._frozen(quarter)
        if frozen:
            task = quarter_task("concept", quarter)
            return Looked(Decision(task, "niets", Reason.DEFINITIVE, edition=frozen.place.name))
        if not self._prepared(quarter) or self.planning.kwartaal == "niet":
            return Looked(quarter_due(self.planning, quarter, None, state, self.now, self.today))
        inputs = quarter_inputs(self.places, self.slug, name, today=self.today, gate=self.gate)
        seen = seen_quarter(inputs, self.now, self.planning.rust_minuten)
        return Looked(quarter_due(self.planning, quarter, seen, state, self.now, self.today), inputs)

    def quarter_to_come(self) -> Decision | None:
        """When the first concept of the next quarter is made; None where there are no quarters."""
        if not self.gemeente.bronnen.leveringen:
            return None
        return quarter_to_come(self.planning, newest_due(self.today, self.planning.concept_na_dagen) + 1)

    def reminder(self, quarter: Quarter) -> Decision | None:
        """Whether somebody is to be reminded of duiding for the concept of a quarter.

        Raises:
            SocdomError: parameters or a text are not valid.
        """
        if not self._prepared(quarter) or self._frozen(quarter):
            return None
        try:
            edition = Edition(self.places.rendered / self.slug / str(quarter))
        except EditionError:  # not made yet, so nobody can write about it
            return None
        inputs = quarter_inputs(self.places, self.slug, str(quarter))
        ready = [item for item in inputs.duiding if item.status == "goedgekeurd"]
        missing = len(unexplained(inputs, list(edition.descriptions.values()), ready))
        return reminder_due(self.planning.herinnering, quarter, self.today, missing)

    def _prepared(self, quarter: Quarter) -> bool:
        """Whether somebody made the parameters of a quarter."""
        return (self.places.parameters / self.slug / str(quarter) / "kwartaal.yml").is_file()

    def _frozen(self, quarter: Quarter) -> Frozen | None:
        return newest_frozen(self.places.rendered / self.slug, str(quarter))

    def _asked_days(self) -> list[date | None]:
        """Of everything the municipality uses of CBS: the last day on which it was asked for."""
        code, bronnen, store = self.gemeente.code, self.gemeente.bronnen, self.places.snapshots
        tables = {request.table for request in themes.requests_for(code, bronnen, local_day(self.now))}
        tables |= {TABLES[year] for year in bronnen.iv3 if year in TABLES}
        found = [last_asked(store, table) for table in sorted(tables)]
        year = self.gemeente.grenzen.cbs if self.gemeente.grenzen else None
        # Borders that did not change are not written again, so their day says only whether they are there.
        if year is not None and not border_files(store, code, year):
            found.append(None)
        return found


def look_ahead(places: Places, gemeente: str, now: datetime) -> tuple[Decision, ...]:
    """What `run_due` would do now, and what comes; nothing is done.

    A task that cannot be judged, as parameters are not valid, is left out: `run_due` tells it.

    Raises:
        ParameterError: gemeente.yml or beheer.yml is not valid.
    """
    desk, journal = Desk.at(places, gemeente, now), read_journal(places.kept(gemeente))
    return tuple(decision for decision in _decisions(desk, journal) if decision is not None)


def _decisions(desk: Desk, journal: Journal) -> list[Decision | None]:
    found: list[Decision | None] = [desk.fetch(state_of(journal, FETCH)).decision]
    for quarter in desk.quarters():
        task = quarter_task("concept", quarter)
        try:
            found += [desk.quarter(quarter, state_of(journal, task)).decision, desk.reminder(quarter)]
        except SocdomError:
            continue
    try:
        found.append(desk.refresh(state_of(journal, REFRESH)).decision)
    except SocdomError:
        pass
    return [*found, desk.quarter_to_come()]


def state_of(journal: Journal, task: str) -> TaskState:
    """The state of a task; a new one when it was never tried."""
    return journal.tasks.get(task, TaskState())
