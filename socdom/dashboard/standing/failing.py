"""Whether readers are told that new figures could not be made: from when an operator is, and until they are there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from socdom.schedule.days import local_day
from socdom.schedule.due import REFRESH
from socdom.schedule.journal import Journal, TaskState
from socdom.schedule.retries import worth_telling

_MANIFEST = "manifest.json"


@dataclass(frozen=True)
class NotRenewed:
    """New figures could not be made.

    Attributes:
        since: the day of the first attempt that failed.
        last: that of the last one.
    """

    since: date
    last: date


def made_at(edition: Path) -> datetime | None:
    """When an edition was made, by its folder; None when that is not there."""
    try:
        return datetime.fromtimestamp((edition / _MANIFEST).stat().st_mtime, UTC)
    except OSError:
        return None


def not_renewed(journal: Journal, made: datetime | None, now: datetime) -> NotRenewed | None:
    """What readers are told of a refresh that failed; None when there is nothing to tell.

    A fault that passes by itself within a night is not told. Neither is one from before the edition was made: then a
    person made it, and the journal hears of that at the next run.

    Args:
        made: of `made_at`.
        now: aware time.
    """
    state = journal.tasks.get(REFRESH, TaskState())
    if state.failed_since is None or not worth_telling(state, now):
        return None
    last = state.last_attempt or state.failed_since
    if made is not None and made > last:
        return None
    return NotRenewed(since=local_day(state.failed_since), last=local_day(last))
