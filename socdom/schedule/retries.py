"""How a task stands after each attempt, when it is tried again, and when a failure is worth a mail.

A fault that may pass (a full disk, a server that is away, another run) is tried again with growing waits. One that
stays (a delivery that is refused) is tried again only when what goes in is another. An attempt that never ended, by
`kill` or a power cut, leaves a state without a code, and counts as one that may pass.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from socdom.schedule.journal import TaskState

# The last one is a day with room: a timer that comes every night at about the same time must not miss it.
WAITS = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4), timedelta(hours=20))
_TOLD_FROM = 3
_TOLD_AFTER = timedelta(hours=24)


def begun(state: TaskState, now: datetime, mark: str) -> TaskState:
    """The state while an attempt runs; it is what stays when that never ends.

    Args:
        mark: what the attempt is made of.
    """
    tries = state.tries + 1
    return state.model_copy(
        update={
            "last_attempt": now,
            "failed_since": state.failed_since or (state.last_attempt if broken_off(state) else None),
            "next_try": now + _wait(tries),
            "code": None,
            "tries": tries,
            "mark": mark,
        }
    )


def done(state: TaskState, now: datetime, mark: str) -> TaskState:
    """The state after an attempt that went well."""
    return TaskState(last_attempt=state.last_attempt or now, last_done=now, code=0, mark=mark)


def failed(state: TaskState, now: datetime, code: int, *, passes: bool) -> TaskState:
    """The state after an attempt that failed; `state` is that of `begun`.

    Args:
        passes: whether the fault may pass by itself.
    """
    return state.model_copy(
        update={
            "failed_since": state.failed_since or state.last_attempt or now,
            "next_try": now + _wait(state.tries) if passes else None,
            "code": code,
        }
    )


def recovered(state: TaskState) -> TaskState:
    """The state when there is nothing left to do: a person solved it, or it is no longer asked."""
    return state.model_copy(update={"failed_since": None, "next_try": None, "code": 0, "tries": 0})


def broken_off(state: TaskState) -> bool:
    """Whether the last attempt never ended."""
    return state.last_attempt is not None and state.code is None


def is_failing(state: TaskState) -> bool:
    """Whether the last attempt failed or never ended."""
    return state.code != 0 and state.last_attempt is not None


def stays(state: TaskState) -> bool:
    """Whether the last attempt failed by a fault that does not pass by itself."""
    return state.code not in (0, None) and state.next_try is None


def worth_telling(state: TaskState, now: datetime) -> bool:
    """Whether a person should hear of it: a fault that stays at once, one that may pass when it does not."""
    if state.failed_since is None:
        return False
    return stays(state) or state.tries >= _TOLD_FROM or now - state.failed_since >= _TOLD_AFTER


def _wait(tries: int) -> timedelta:
    return WAITS[min(tries, len(WAITS)) - 1]
