"""What became of a run that nobody watches: for a terminal, for the exit code, and as events for who tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from socdom.narrative.wording import capital
from socdom.schedule.due import Decision, Work
from socdom.schedule.events import Event, Kind, Reason
from socdom.schedule.words import at_time, task_words

Became = Literal["gedaan", "mislukt", "later", "wacht", "niets"]
BUSY = "Er loopt al een run voor deze gemeente. Die gaat gewoon door; deze stopt."
_DONE = {
    Work.EXAMINE: "de nieuwe levering is goed en wacht op akkoord",
    Work.CONCEPT: "klaar, als concept",
    Work.DEFINITIVE: "klaar en definitief",
}
# What a person can do about it.
_TO_DO = {
    Reason.APPROVAL: "Kijk de leveringen na met socdom check. Bent u akkoord? Draai dan socdom refresh.",
    Reason.NO_QUARTER_FILE: "Maak dit bestand van dat van het vorige kwartaal.",
    Reason.NOT_READY: "Kijk met socdom quarter --definitief wat dat is.",
    Reason.NO_DELIVERY: "Vraag de leverancier om een nieuwe levering.",
    Reason.PUT_BACK: "Draai socdom refresh, of wacht op een nieuwe levering.",
    Reason.DUIDING: "Maak voorzetten met socdom duiding.",
    Reason.SAME_FAULT: "De melding staat in socdom status.",
}
_TOLD = (
    Reason.APPROVAL,
    Reason.NO_QUARTER_FILE,
    Reason.NOT_READY,
    Reason.NO_DELIVERY,
    Reason.PUT_BACK,
)


@dataclass(frozen=True)
class Outcome:
    """What became of one task.

    Attributes:
        decision: what was to be done.
        became: what it came to.
        code: exit code of the fault; 0 without one.
        seconds: how long it took; 0 where nothing was done.
        when: when that was.
        edition: name of the edition as it was made.
        ready: an edition of a quarter that a run by itself made stands there, to be looked at.
        open: points for which it could not become definitive.
        next_try: when a fault that may pass is tried again.
    """

    decision: Decision
    became: Became
    when: datetime
    code: int = 0
    seconds: float = 0.0
    edition: str = ""
    ready: bool = False
    open: int = 0
    next_try: datetime | None = None

    @property
    def line(self) -> str:
        """A line in Dutch."""
        decision = self.decision
        name = capital(task_words(decision.task))
        if self.became == "gedaan":
            return f"{name}: {self._done}. Reden: {decision.reason}."
        if self.became == "mislukt":
            after = (
                f"Nieuwe poging vanaf {at_time(self.next_try)}."
                if self.next_try
                else _TO_DO[Reason.SAME_FAULT]
            )
            return f"{name}: mislukt, met code {self.code}. {after}"
        return decision_line(decision)

    @property
    def events(self) -> Iterator[Event]:
        """What there is to tell of it."""
        decision, edition = self.decision, self.edition or self.decision.edition
        if self.became in ("gedaan", "mislukt"):
            kind = Kind.DONE if self.became == "gedaan" else Kind.FAILED
            yield Event(
                f"{kind} {decision.task} {self.when.isoformat()}",
                kind,
                decision.task,
                self.when,
                decision.reason,
                code=self.code,
                edition=edition,
                seconds=self.seconds,
            )
        if self.ready:
            yield Event(f"{Kind.READY} {edition}", Kind.READY, decision.task, self.when, edition=edition)
        if self.open or (self.became == "wacht" and decision.reason in _TOLD):
            yield self._waits(edition)
        if self.became == "wacht" and decision.reason is Reason.DUIDING:
            yield Event(
                f"{Kind.DUIDING} {edition} {decision.number}",
                Kind.DUIDING,
                decision.task,
                self.when,
                decision.reason,
                edition=edition,
                count=decision.count,
                number=decision.number,
            )

    @property
    def _done(self) -> str:
        if self.open:
            points = "1 punt" if self.open == 1 else f"{self.open} punten"
            return f"{_DONE[Work.CONCEPT]}. Definitief kan nog niet: {points} open"
        return _DONE.get(self.decision.work, "gedaan") if self.decision.work else "gedaan"

    def _waits(self, edition: str) -> Event:
        """One that stays the same until the edition in place is another: no mail a night for a delivery a night."""
        decision = self.decision
        reason = Reason.NOT_READY if self.open else decision.reason
        about = decision.stands[:12] if reason is not Reason.NOT_READY else ""
        return Event(
            " ".join(filter(None, (Kind.WAITS, decision.task, reason.name.lower(), about))),
            Kind.WAITS,
            decision.task,
            self.when,
            reason,
            edition=edition,
            count=self.open,
        )


@dataclass(frozen=True)
class RunDue:
    """What a run came to.

    Attributes:
        outcomes: of every task, in the order in which they were looked at.
        busy: another run was at it, so nothing was looked at.
    """

    outcomes: tuple[Outcome, ...] = field(default=())
    busy: bool = False

    @property
    def code(self) -> int:
        """0 when all that was tried went well, else the code of the first fault."""
        return next((one.code for one in self.outcomes if one.code), 0)

    @property
    def events(self) -> tuple[Event, ...]:
        """All there is to tell."""
        return tuple(event for one in self.outcomes for event in one.events)

    @property
    def text(self) -> str:
        """The run in Dutch, a line a task."""
        return BUSY if self.busy else "\n".join(one.line for one in self.outcomes)


def decision_line(decision: Decision) -> str:
    """What was decided about a task, in Dutch."""
    name = capital(task_words(decision.task))
    if decision.verdict == "nu":
        return f"{name}: nu. Reden: {decision.reason}."
    when = f", vanaf {at_time(decision.when)}" if decision.when else ""
    to_do = _TO_DO.get(decision.reason, "") if decision.verdict == "wacht" else ""
    return f"{name}: {decision.reason}{when}. {to_do}".rstrip()
