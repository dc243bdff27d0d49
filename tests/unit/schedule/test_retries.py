"""The state of a task from attempt to attempt."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from socdom.schedule import retries
from socdom.schedule.journal import TaskState

START = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)
NEW = TaskState()


def tried(state: TaskState, now: datetime, *, passes: bool = True) -> TaskState:
    """After an attempt of a minute that failed."""
    return retries.failed(retries.begun(state, now, "m"), now + timedelta(minutes=1), 17, passes=passes)


def test_waits_grow_to_a_day_and_no_further() -> None:
    state, now, waits = NEW, START, []
    for _ in range(6):
        state = tried(state, now)
        assert state.next_try is not None
        waits.append((state.next_try - now - timedelta(minutes=1)).total_seconds() / 3600)
        now = state.next_try
    assert waits == [0.25, 1, 4, 20, 20, 20]
    assert state.tries == 6
    assert state.failed_since == START


def test_a_timer_of_once_a_night_misses_no_night() -> None:
    state = tried(NEW, START)
    for night in range(1, 6):
        now = START + timedelta(days=night, minutes=-20 if night % 2 else 20)
        assert state.next_try is not None
        assert state.next_try <= now
        state = tried(state, now)


def test_what_works_again_leaves_nothing_of_the_failure() -> None:
    state = retries.done(retries.begun(tried(NEW, START), START + timedelta(hours=2), "n"), START, "n")
    assert (state.code, state.tries, state.failed_since, state.next_try) == (0, 0, None, None)
    assert state.mark == "n"
    assert not retries.is_failing(state)


def test_a_fault_that_stays_has_no_next_try_and_is_told_at_once() -> None:
    state = tried(NEW, START, passes=False)
    assert retries.stays(state)
    assert state.next_try is None
    assert retries.worth_telling(state, START)


def test_a_fault_that_may_pass_is_told_from_the_third_attempt_or_after_a_day() -> None:
    first = tried(NEW, START)
    second = tried(first, START + timedelta(minutes=16))
    third = tried(second, START + timedelta(hours=2))
    told = [retries.worth_telling(state, START + timedelta(hours=3)) for state in (first, second, third)]
    assert told == [False, False, True]
    assert retries.worth_telling(first, START + timedelta(hours=24))


def test_an_attempt_that_never_ended_is_tried_after_a_while_and_is_a_failure_from_the_second_time() -> None:
    killed = retries.begun(NEW, START, "m")
    assert retries.broken_off(killed)
    assert killed.failed_since is None
    assert killed.next_try == START + timedelta(minutes=15)
    again = retries.begun(killed, START + timedelta(minutes=15), "m")
    assert again.failed_since == START
    assert again.tries == 2
    assert not retries.worth_telling(again, START + timedelta(minutes=16))
    assert retries.worth_telling(
        retries.begun(again, START + timedelta(hours=2), "m"), START + timedelta(hours=2)
    )


def test_what_was_never_tried_does_not_fail() -> None:
    assert not retries.is_failing(NEW)
    assert not retries.broken_off(NEW)
    assert not retries.worth_telling(NEW, START)
