"""What is to be done: from what there is, the parameters, the journal and the clock to one decision a task.

Pure functions. What there is was looked up by `socdom.pipeline.unattended.looking`; nothing here opens a file, so every
night of a year can be asked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from socdom.parameters.planning import Herinnering, Planning
from socdom.quarters import Quarter
from socdom.schedule.days import at_start_of, concept_day, next_start, reminder_number
from socdom.schedule.events import Reason
from socdom.schedule.journal import TaskState
from socdom.schedule.retries import WAITS, is_failing, stays

FETCH, REFRESH = "ophalen", "verversen"
Verdict = Literal["nu", "later", "wacht", "niets"]


class Work(StrEnum):
    """What a run does for a task."""

    FETCH = "ophalen"
    EXAMINE = "onderzoeken"  # look whether a delivery is right, and publish nothing
    REFRESH = "verversen"
    CONCEPT = "concept"
    DEFINITIVE = "definitief"


@dataclass(frozen=True)
class Decision:
    """What becomes of a task now.

    Attributes:
        verdict: it is done now; later, at a time or when something comes in; it waits for a person; or nothing.
        when: from when it may be done, where that is known.
        work: what is done now.
        edition: name of the edition it is about; "" for none.
        mark: of what goes in; "" where that says nothing.
        stands: of what went into the edition that stands there, or the day of the last delivery that there was; what is
            told of it is told once.
        count: texts that are missing, of a reminder.
        number: which reminder it is.
    """

    task: str
    verdict: Verdict
    reason: Reason
    when: datetime | None = None
    work: Work | None = None
    edition: str = ""
    mark: str = ""
    stands: str = ""
    count: int = 0
    number: int = 0


@dataclass(frozen=True)
class Seen:
    """An edition, and what it would be made of now.

    Attributes:
        name: "actueel" or "2020Q4".
        mark: hash of what would go in, whatever the day.
        stands: hash of what went into the one that stands there; "" for none.
        changed: what is another one since it was made; None when nothing is.
        exists, intact: whether it stands there, and every file is as it was made.
        new_quarter: it would be about a later quarter.
        resting: from when the files that go in have been left alone long enough; None when they have.
        put_back: a person put an earlier edition in place, and nothing has changed since.
        overdue: the day of the last delivery, when there should have been another since; else None.
        as_of: the day from which its figures may be made; None for any.
    """

    name: str
    mark: str
    changed: Reason | None
    exists: bool = True
    intact: bool = True
    new_quarter: bool = False
    resting: datetime | None = None
    put_back: bool = False
    overdue: date | None = None
    as_of: date | None = None
    stands: str = ""


def quarter_task(kind: Literal["concept", "herinnering"], quarter: object) -> str:
    """Name of a task of a quarter."""
    return f"{kind} {quarter}"


def fetch_due(
    planning: Planning, state: TaskState, now: datetime, today: date, *, uses: bool, last: date | None
) -> Decision:
    """Whether published figures are to be fetched.

    Args:
        uses: the municipality shows figures of CBS.
        last: the day on which the table that was asked for longest ago was asked for; None when one never was.
    """
    if not uses or planning.ophalen == "niet":
        return Decision(FETCH, "niets", Reason.SWITCHED_OFF)
    start = next_start(last, planning.ophalen) if last else today
    if today < start:
        return Decision(FETCH, "later", Reason.TOO_EARLY, at_start_of(start))
    reason = Reason.RHYTHM if last else Reason.NEVER_FETCHED
    return patient(Decision(FETCH, "nu", reason, work=Work.FETCH), state, now)


def refresh_due(planning: Planning, seen: Seen, state: TaskState, now: datetime) -> Decision:
    """Whether the edition of the dashboard is to be made again."""
    found = Decision(
        REFRESH,
        "nu",
        seen.changed or Reason.DAMAGED,
        work=Work.REFRESH,
        edition=seen.name,
        mark=seen.mark,
        stands=seen.stands,
    )
    if planning.actueel == "niet":
        return _not(found, "niets", Reason.SWITCHED_OFF)
    if seen.put_back:
        return _not(found, "wacht", Reason.PUT_BACK)
    if seen.exists and seen.changed is None and not seen.intact:
        return patient(found, state, now)
    nothing_new = seen.exists and seen.changed is None
    no_delivery = seen.new_quarter and seen.changed is not Reason.DELIVERY
    if seen.overdue and (nothing_new or no_delivery):
        return _not(replace(found, stands=seen.overdue.isoformat()), "wacht", Reason.NO_DELIVERY)
    if nothing_new:
        return _not(found, "niets", Reason.UNCHANGED)
    if no_delivery:
        return _not(found, "later", Reason.NO_QUARTER_DELIVERY)
    if seen.resting:
        return _not(found, "later", Reason.ARRIVING, seen.resting)
    if planning.actueel == "na akkoord":
        return _with_approval(found, state, now)
    return patient(found, state, now)


def quarter_due(
    planning: Planning, quarter: Quarter, seen: Seen | None, state: TaskState, now: datetime, today: date
) -> Decision:
    """Whether the edition of a quarter is to be made, whose concept day has come.

    Args:
        seen: what would go in; None when nobody made its `kwartaal.yml` yet.
    """
    found = Decision(quarter_task("concept", quarter), "nu", Reason.FIRST, edition=str(quarter))
    if planning.kwartaal == "niet":
        return _not(found, "niets", Reason.SWITCHED_OFF)
    if seen is None:
        return _not(found, "wacht", Reason.NO_QUARTER_FILE)
    freezes = planning.kwartaal == "definitief"
    work = Work.DEFINITIVE if freezes else Work.CONCEPT
    reason = seen.changed or (Reason.FIRST if not seen.exists else Reason.DAMAGED)
    found = replace(found, reason=reason, work=work, mark=seen.mark, stands=seen.stands)
    if seen.as_of and seen.as_of > today:
        return _not(found, "later", Reason.TOO_EARLY, at_start_of(seen.as_of))
    same = seen.exists and seen.intact and seen.changed is None
    if same and not freezes:
        return _not(found, "niets", Reason.UNCHANGED)
    if same and state.mark == seen.mark and not is_failing(state):
        return _not(found, "wacht", Reason.NOT_READY)
    if seen.resting:
        return _not(found, "later", Reason.ARRIVING, seen.resting)
    return patient(replace(found, reason=Reason.NOT_READY) if same else found, state, now)


def quarter_to_come(planning: Planning, quarter: Quarter) -> Decision:
    """When the first concept of a quarter is made, of which the day has not come."""
    found = Decision(quarter_task("concept", quarter), "niets", Reason.SWITCHED_OFF, edition=str(quarter))
    if planning.kwartaal == "niet":
        return found
    day = at_start_of(concept_day(quarter, planning.concept_na_dagen))
    return replace(found, verdict="later", reason=Reason.TOO_EARLY, when=day)


def reminder_due(herinnering: Herinnering, quarter: Quarter, today: date, missing: int) -> Decision | None:
    """Which reminder it is time for; None when there is none, or nothing is missing.

    The number follows from the day alone, so nothing has to be remembered to give no reminder twice.

    Args:
        missing: texts of the concept that are not there.
    """
    number = reminder_number(quarter, today, herinnering.na_dagen, herinnering.om_de_dagen)
    if not missing or not 1 <= number <= herinnering.hoogstens:
        return None
    task = quarter_task("herinnering", quarter)
    return Decision(task, "wacht", Reason.DUIDING, edition=str(quarter), count=missing, number=number)


def patient(decision: Decision, state: TaskState, now: datetime) -> Decision:
    """The decision after a failure: not again on the same while the fault stays, and not before its time."""
    if decision.verdict != "nu" or not is_failing(state):
        return decision
    same = state.mark == decision.mark
    if stays(state):
        return _not(decision, "wacht", Reason.SAME_FAULT) if same else decision
    # Later than any wait is what a clock that was wrong wrote down.
    waits = state.next_try is not None and now < state.next_try <= now + WAITS[-1]
    if waits and (same or state.code is None):
        return _not(decision, "later", Reason.RETRY_LATER, state.next_try)
    return replace(decision, reason=Reason.BROKEN_OFF) if state.code is None else decision


def _with_approval(found: Decision, state: TaskState, now: datetime) -> Decision:
    """New deliveries are looked at once, so that who has to say yes knows whether they are right."""
    if found.reason is Reason.CHECKED:
        return _not(found, "niets", Reason.UNCHANGED)
    if found.reason is Reason.DELIVERY and (state.mark != found.mark or is_failing(state)):
        return patient(replace(found, work=Work.EXAMINE), state, now)
    return _not(found, "wacht", Reason.APPROVAL)


def _not(found: Decision, verdict: Verdict, reason: Reason, when: datetime | None = None) -> Decision:
    return replace(found, verdict=verdict, reason=reason, when=when, work=None)
