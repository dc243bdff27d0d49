"""run-due: look at everything, do what is due, remember and tell what became of it.

One run at a time, by a lock of its own. One task that fails does not stop the others. The journal is written before a
task begins and after it ends, so that a run that is killed is seen by the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Protocol

from socdom.errors import EditionError, SocdomError
from socdom.parameters import Places, load_gemeente
from socdom.pipeline.lock import exclusive
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.publish import publish
from socdom.pipeline.storage import writing
from socdom.pipeline.unattended.fault_texts import forget_fault, keep_fault, keep_warnings
from socdom.pipeline.unattended.faults import Judged, judged
from socdom.pipeline.unattended.looking import Desk, Looked, state_of
from socdom.pipeline.unattended.result import Became, Outcome, RunDue
from socdom.pipeline.unattended.telling import tell
from socdom.pipeline.unattended.work import Publish, do
from socdom.quarters import Quarter
from socdom.schedule import retries
from socdom.schedule.due import FETCH, REFRESH, Decision, Work, quarter_task
from socdom.schedule.events import Event, Reason
from socdom.schedule.journal import Journal, TaskState, read_journal, write_journal
from socdom.sources.cbs.client import CbsClient

Clock = Callable[[], datetime]
# What the journal has as mark when looking itself failed.
_LOOKING = "kijken"
# With these a failure is over: a person did it, or there is nothing left to do.
_OVER = (
    Reason.UNCHANGED,
    Reason.APPROVAL,
    Reason.NO_DELIVERY,
    Reason.NOT_READY,
    Reason.TOO_EARLY,
    Reason.DEFINITIVE,
    Reason.SWITCHED_OFF,
)


class Tell(Protocol):
    """Tells events, and gives back the journal with which were told."""

    def __call__(
        self, places: Places, gemeente: str, events: Sequence[Event], journal: Journal, *, now: datetime
    ) -> Journal: ...


def utc_now() -> datetime:
    """The clock of the machine."""
    return datetime.now(UTC)


def run_due(
    gemeente: str,
    *,
    places: Places | None = None,
    clock: Clock = utc_now,
    progress: Progress = silent,
    publish: Publish = publish,
    tell: Tell = tell,
    client: CbsClient | None = None,
) -> RunDue:
    """Do what is due for a municipality; a second run right after it does nothing.

    Args:
        clock: gives the time, with its zone.
        publish: makes an edition of inputs.
        tell: tells what there is to tell.
        client: asks CBS; one to CBS itself, or to the address in SOCDOM_CBS, when None.

    Raises:
        ParameterError: there is no such municipality.
        StorageError: what became of it cannot be written down; then nothing was told either.
    """
    places = places or Places.from_environment()
    folder, kept = places.parameters / gemeente, places.kept(gemeente)
    if not (folder / "gemeente.yml").is_file():
        load_gemeente(folder)
    with ExitStack() as held, writing(kept):
        try:
            held.enter_context(exclusive(kept))
        except EditionError:
            return RunDue(busy=True)
        run = _Run(places, gemeente, clock, progress, publish, client)
        done = run.all()
        tell(places, gemeente, done.events, run.journal, now=clock())
        return done


class _Run:
    """One run: the journal as it grows, and what became of each task."""

    def __init__(
        self,
        places: Places,
        slug: str,
        clock: Clock,
        progress: Progress,
        publish: Publish,
        client: CbsClient | None,
    ) -> None:
        self.places, self.slug, self.clock = places, slug, clock
        self.progress, self.publish, self.client = progress, publish, client
        self.journal: Journal = read_journal(places.kept(slug))
        self.outcomes: list[Outcome] = []

    def all(self) -> RunDue:
        """Every task. What is fetched goes into the concept, and the concept into the edition of the dashboard."""
        try:
            desk = Desk.at(self.places, self.slug, self.clock())
        except SocdomError as error:
            self._not_seen(REFRESH, error)
            return RunDue(tuple(self.outcomes))
        self._task(desk, FETCH, desk.fetch)
        for quarter in desk.quarters():
            self._task(desk, quarter_task("concept", quarter), partial(desk.quarter, quarter))
            self._reminder(desk, quarter)
        self._task(desk, REFRESH, desk.refresh)
        if coming := desk.quarter_to_come():
            self._add(coming, "niets" if coming.verdict == "niets" else "later")
        return RunDue(tuple(self.outcomes))

    def _task(self, desk: Desk, task: str, look: Callable[[TaskState], Looked]) -> None:
        state = state_of(self.journal, task)
        try:
            looked = look(state)
        except Exception as error:  # a task that cannot be judged does not stop the others
            self._not_seen(task, error)
            return
        if looked.decision.verdict == "nu":
            self._attempt(desk, looked, state)
            return
        if retries.is_failing(state) and looked.decision.reason in _OVER:
            self._save(task, retries.recovered(state))
            forget_fault(self.places, self.slug, task)
        self._add(looked.decision, looked.decision.verdict, ready=self._is_ready(looked.decision))

    def _attempt(self, desk: Desk, looked: Looked, state: TaskState) -> None:
        decision, start = looked.decision, self.clock()
        state = retries.begun(state, start, decision.mark)
        self._save(decision.task, state)
        try:
            did = do(desk, looked, self.publish, self.progress, self.client)
        except Exception as error:
            self._failed(decision, state, judged(error), start)
            return
        end = self.clock()
        self._save(decision.task, retries.done(state, end, decision.mark))
        if did.text:
            keep_fault(self.places, self.slug, decision.task, did.text)
        else:
            forget_fault(self.places, self.slug, decision.task)
        if did.warnings is not None:
            keep_warnings(self.places, self.slug, decision.task, did.warnings)
        ready = decision.work in (Work.CONCEPT, Work.DEFINITIVE)
        seconds = (end - start).total_seconds()
        self._add(decision, "gedaan", seconds=seconds, edition=did.edition, open=did.open, ready=ready)

    def _failed(self, decision: Decision, state: TaskState, fault: Judged, start: datetime) -> None:
        end = self.clock()
        state = retries.failed(state, end, fault.code, passes=fault.passes)
        keep_fault(self.places, self.slug, decision.task, fault.text)
        self._save(decision.task, state)
        seconds = (end - start).total_seconds()
        self._add(decision, "mislukt", code=fault.code, seconds=seconds, next_try=state.next_try)

    def _not_seen(self, task: str, error: Exception) -> None:
        """It could not even be judged: looked at again every time, and told once."""
        fault, state, now = judged(error), state_of(self.journal, task), self.clock()
        decision = Decision(task, "wacht", Reason.SAME_FAULT, mark=_LOOKING)
        if state.mark == _LOOKING and state.code == fault.code:
            self._add(decision, "wacht")
            return
        self._failed(decision, retries.begun(state, now, _LOOKING), replace(fault, passes=False), now)

    def _reminder(self, desk: Desk, quarter: Quarter) -> None:
        try:
            decision = desk.reminder(quarter)
        except SocdomError:  # parameters that are not valid were told with the concept
            return
        if decision is not None:
            self._add(decision, "wacht")

    def _is_ready(self, decision: Decision) -> bool:
        """Whether an edition of a quarter stands there that a run by itself made."""
        made = state_of(self.journal, decision.task).last_done is not None
        quarter = decision.task.startswith("concept ") and bool(decision.edition)
        return made and quarter and decision.reason in (Reason.UNCHANGED, Reason.NOT_READY)

    def _add(self, decision: Decision, became: Became, **more: Any) -> None:
        self.outcomes.append(Outcome(decision, became, self.clock(), **more))

    def _save(self, task: str, state: TaskState) -> None:
        self.journal = self.journal.model_copy(update={"tasks": {**self.journal.tasks, task: state}})
        write_journal(self.places.kept(self.slug), self.journal)
