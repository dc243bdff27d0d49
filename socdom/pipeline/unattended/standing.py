"""How a municipality stands: what is shown, what fails and waits, what comes, and whether the machine has room.

Nothing is done here and nothing is locked. It is for the operator: the text of a fault may name a file or a row, so it
stands in the terminal and not in what is made for a program (`Standing.for_program`).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from socdom.editions.put_back import ACTUEEL, present_mark
from socdom.editions.read import Edition
from socdom.errors import EditionError, SocdomError
from socdom.parameters import Places, load_gemeente
from socdom.parameters.beheer import load_beheer
from socdom.pipeline.lock import is_held, last_held
from socdom.pipeline.storage import standing_part
from socdom.pipeline.unattended.fault_texts import fault_text, warnings_of
from socdom.pipeline.unattended.looking import look_ahead
from socdom.pipeline.unattended.notices import MAIL
from socdom.pipeline.unattended.open_points import QuarterStand, open_quarters
from socdom.pipeline.unattended.source_ages import SourceAge, source_ages
from socdom.schedule.due import Decision
from socdom.schedule.events import Reason
from socdom.schedule.journal import Journal, TaskState, read_journal

GOOD, ATTENTION = 0, 1
_LITTLE_ROOM = 2 * 10**9  # bytes; an edition with its drawings takes a tenth of it
_LATE_DAYS = 2
_TOLD_APART = (Reason.SAME_FAULT, Reason.PUT_BACK)


@dataclass(frozen=True)
class Failing:
    """A task that fails, with the text of its last fault for the operator."""

    task: str
    state: TaskState
    text: str


@dataclass(frozen=True)
class Shown:
    """The edition of the dashboard: the day of its figures, its quarter, and when it was made."""

    figures_as_of: date
    period: str
    made: datetime


@dataclass(frozen=True)
class Standing:
    """All of it.

    Attributes:
        shown: None when there is no edition that can be read.
        put_back: why somebody put the edition before back in place ("" without a reason); None when nobody did.
        decisions: what a run would do now, and what comes.
        quarters: those that are not definitive.
        last_run: when a run last began; None when there was none.
        free: bytes left on the disk with the least room.
        mail: how sending mail goes; None when no mail server is known.
        warnings: what tasks that succeeded warned of, in Dutch.
    """

    gemeente: str
    name: str
    now: datetime
    shown: Shown | None
    put_back: str | None
    failing: tuple[Failing, ...]
    decisions: tuple[Decision, ...]
    quarters: tuple[QuarterStand, ...]
    sources: tuple[SourceAge, ...]
    last_run: datetime | None
    busy: bool
    free: int
    mail: TaskState | None
    warnings: tuple[str, ...] = ()

    @property
    def waiting(self) -> tuple[Decision, ...]:
        """What waits for a person; what fails is told as failing, and what was put back as `put_back`."""
        failing = {item.task for item in self.failing}
        return tuple(
            item
            for item in self.decisions
            if item.verdict == "wacht" and item.task not in failing and item.reason not in _TOLD_APART
        )

    @property
    def stopped(self) -> bool:
        """Whether runs came by themselves and do not any more."""
        return self.last_run is not None and (self.now - self.last_run).days >= _LATE_DAYS

    @property
    def little_room(self) -> bool:
        return self.free < _LITTLE_ROOM

    @property
    def mail_waits(self) -> int:
        """How many mails could not be sent."""
        return self.mail.tries if self.mail is not None and self.mail.failed_since else 0

    @property
    def code(self) -> int:
        """Exit code: 1 when a person is needed."""
        needed = (
            self.shown is None,
            self.put_back is not None,
            self.failing,
            self.waiting,
            self.stopped,
            self.little_room,
            self.mail_waits,
        )
        return ATTENTION if any(needed) else GOOD

    def for_program(self) -> dict[str, Any]:
        """The same for monitoring: days, codes and numbers, without a text of a fault or of a person."""
        return {
            "gemeente": self.gemeente,
            "moment": _moment(self.now),
            "status": "let op" if self.code else "goed",
            "cijfers_van": self.shown.figures_as_of.isoformat() if self.shown else None,
            "kwartaal": self.shown.period if self.shown else None,
            "editie_gemaakt": _moment(self.shown.made) if self.shown else None,
            "teruggezet": self.put_back is not None,
            "mislukt": [
                {"taak": item.task, "sinds": _moment(item.state.failed_since), "code": item.state.code}
                for item in self.failing
            ],
            "wacht": [{"taak": item.task, "reden": str(item.reason)} for item in self.waiting],
            "straks": [
                {"taak": item.task, "vanaf": _moment(item.when)}
                for item in self.decisions
                if item.verdict in ("nu", "later")
            ],
            "bronnen": [
                {"bron": item.name, "dag": item.day.isoformat(), "dagen_oud": item.days(self.now)}
                for item in self.sources
            ],
            "kwartalen": [{"kwartaal": item.period, "open_punten": len(item.open)} for item in self.quarters],
            "laatste_run": _moment(self.last_run),
            "run_bezig": self.busy,
            "schijf_vrij_bytes": self.free,
            "mail_wacht": self.mail_waits,
        }


def standing(gemeente: str, *, now: datetime, places: Places | None = None) -> Standing:
    """How a municipality stands.

    Args:
        now: aware time.

    Raises:
        ParameterError: gemeente.yml or beheer.yml is not valid.
    """
    places = places or Places.from_environment()
    parameters = load_gemeente(places.parameters / gemeente)
    berichten = load_beheer(places.parameters / gemeente).berichten
    home, kept = places.rendered / gemeente, places.kept(gemeente)
    journal = read_journal(kept)
    mark = present_mark(home) if home.is_dir() else None
    return Standing(
        gemeente=gemeente,
        name=parameters.naam,
        now=now,
        shown=_shown(home / ACTUEEL),
        put_back=mark.reason if mark else None,
        failing=tuple(_failing(places, gemeente, journal)),
        decisions=_ahead(places, gemeente, now),
        quarters=open_quarters(places, gemeente),
        sources=tuple(source_ages(places, gemeente, parameters)),
        last_run=last_held(kept),
        busy=is_held(home) or is_held(kept),
        free=min(_free([home, kept, places.data])),
        mail=journal.tasks.get(MAIL, TaskState()) if berichten.smtp else None,
        warnings=tuple(_warned(places, gemeente, journal)),
    )


def _ahead(places: Places, gemeente: str, now: datetime) -> tuple[Decision, ...]:
    """What comes; nothing while it cannot be seen, which then fails as a task as well."""
    try:
        return look_ahead(places, gemeente, now)
    except SocdomError:
        return ()


def _shown(place: Path) -> Shown | None:
    try:
        edition = Edition(place)
    except EditionError:
        return None
    made = datetime.fromtimestamp((edition.folder / "manifest.json").stat().st_mtime, UTC)
    return Shown(edition.meta.figures_as_of, edition.meta.period, made)


def _failing(places: Places, gemeente: str, journal: Journal) -> Iterator[Failing]:
    for task, state in journal.tasks.items():
        if task != MAIL and state.failed_since is not None:
            yield Failing(task, state, fault_text(places, gemeente, task))


def _warned(places: Places, gemeente: str, journal: Journal) -> Iterable[str]:
    """Each once: the edition of a quarter and that of the dashboard are made of the same deliveries."""
    return dict.fromkeys(warning for task in journal.tasks for warning in warnings_of(places, gemeente, task))


def _free(folders: Iterable[Path]) -> list[int]:
    """Bytes left where each folder is, or will be."""
    return [shutil.disk_usage(standing_part(folder)).free for folder in folders]


def _moment(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat(timespec="seconds") if at else None
