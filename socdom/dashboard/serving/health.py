"""Two addresses about the server itself: one for a program that watches it, one for readers.

The first is open to everybody who reaches the server, so it says one word and nothing of an edition.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

from tornado.web import RequestHandler

from socdom.dashboard.menu import STANDING
from socdom.dashboard.overdue import failed_refresh, is_overdue, today
from socdom.dashboard.serving.guard import PUBLIC
from socdom.dashboard.serving.handlers import FinishedPage, Rule
from socdom.dashboard.serving.latest import Latest
from socdom.dashboard.serving.operations import Operations
from socdom.dashboard.standing.failing import NotRenewed, made_at, not_renewed
from socdom.dashboard.standing.kept_journal import KeptJournal
from socdom.dashboard.standing.page import standing_page

HEALTH = "gezondheid"
GOOD, ATTENTION, FAULT = "goed", "let op", "fout"
_NO_EDITION = 503


class Health(RequestHandler):
    """`{"status": …}`: "goed", "let op" when figures are too old or were not renewed, "fout" without an edition."""

    resource = PUBLIC

    def initialize(self, current: Latest) -> None:
        self._current = current

    def get(self) -> None:
        status = self._status()
        self.set_status(_NO_EDITION if status == FAULT else 200)
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        self.finish(json.dumps({"status": status}))

    head = get

    def _status(self) -> str:
        if not self._current.place.exists():
            return FAULT
        old = is_overdue(self._current().meta, today(self))
        return ATTENTION if old or failed_refresh(self) else GOOD


class StandingPage(FinishedPage):
    """The page that says how current the dashboard is."""

    def initialize(self, current: Latest, operations: Operations, journal: KeptJournal) -> None:
        super().initialize(current, STANDING)
        self._operations, self._journal = operations, journal

    def get(self) -> None:
        made = made_at(self._folder)
        planning = self._operations.beheer.planning
        failed = failed_refresh(self)
        self.show(standing_page(self._current(), self._journal(), planning, made=made, failed=failed))

    head = get


def failing_now(
    current: Latest, journal: KeptJournal, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Callable[[], NotRenewed | None]:
    """The setting `not_renewed` of a server: that new figures could not be made, as it is at each request."""
    return lambda: not_renewed(journal(), made_at(current.folder()), now())


def standing_rules(base: str, current: Latest, operations: Operations, journal: KeptJournal) -> list[Rule]:
    """The two addresses.

    Args:
        base: base address, ending in a slash.
        current: the edition that is served.
        journal: of the schedule.
    """
    return [
        (f"{base}{HEALTH}", Health, {"current": current}),
        (
            f"{base}{STANDING}",
            StandingPage,
            {"current": current, "operations": operations, "journal": journal},
        ),
    ]
