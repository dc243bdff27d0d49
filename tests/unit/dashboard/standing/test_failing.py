"""When readers are told that new figures could not be made, and of which day."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from socdom.dashboard.standing.failing import NotRenewed, made_at, not_renewed
from socdom.dashboard.standing.kept_journal import KeptJournal
from socdom.schedule.journal import JOURNAL, Journal, TaskState, write_journal
from socdom.schedule.retries import begun, done, failed

NIGHT = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # half past midnight on the third in the Netherlands
BEFORE = NIGHT - timedelta(days=1)


def journal(state: TaskState, task: str = "verversen") -> Journal:
    return Journal(tasks={task: state})


def refused(now: datetime, state: TaskState | None = None) -> TaskState:
    return failed(begun(state or TaskState(), now, "a"), now, 12, passes=False)


def test_a_fault_that_stays_is_told_at_once_with_the_day_it_was_here() -> None:
    third = date(2026, 3, 3)
    assert not_renewed(journal(refused(NIGHT)), BEFORE, NIGHT) == NotRenewed(third, third)
    again = refused(NIGHT + timedelta(days=4), refused(NIGHT))
    told = not_renewed(journal(again), BEFORE, NIGHT + timedelta(days=5))
    assert told == NotRenewed(third, date(2026, 3, 7))


def test_one_that_passes_within_a_night_is_not() -> None:
    state = failed(begun(TaskState(), NIGHT, "a"), NIGHT, 17, passes=True)
    assert not_renewed(journal(state), BEFORE, NIGHT + timedelta(hours=8)) is None
    assert not_renewed(journal(state), BEFORE, NIGHT + timedelta(hours=24)) is not None


def test_nothing_is_told_once_newer_figures_are_there() -> None:
    state = refused(NIGHT)
    assert not_renewed(journal(done(state, NIGHT, "b")), BEFORE, NIGHT) is None
    # A person made them, which the journal hears of at the next run.
    assert not_renewed(journal(state), NIGHT + timedelta(hours=1), NIGHT + timedelta(hours=2)) is None
    assert not_renewed(journal(state), None, NIGHT) is not None


def test_what_is_no_refresh_is_for_the_operator_alone() -> None:
    assert not_renewed(journal(refused(NIGHT), "ophalen"), BEFORE, NIGHT) is None
    assert not_renewed(Journal(), BEFORE, NIGHT) is None


def test_an_edition_that_is_not_there_was_never_made(tmp_path: Path) -> None:
    assert made_at(tmp_path) is None
    (tmp_path / "manifest.json").touch()
    os.utime(tmp_path / "manifest.json", (NIGHT.timestamp(), NIGHT.timestamp()))
    assert made_at(tmp_path) == NIGHT


def test_the_journal_is_read_again_only_when_it_is_another(tmp_path: Path) -> None:
    kept = KeptJournal(tmp_path)
    assert kept() == Journal()
    write_journal(tmp_path, journal(refused(NIGHT)))
    first = kept()
    assert first == journal(refused(NIGHT))
    assert kept() is first
    write_journal(tmp_path, journal(TaskState()))
    assert kept() == journal(TaskState())
    (tmp_path / JOURNAL).unlink()
    assert kept() == Journal()
