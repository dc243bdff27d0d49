"""Who is logged in. A session has a code that only its browser knows, and an end: by time, by log-out, by revoking."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from socdom.access.store import Store, changing, hash_of, new_code

_NOTED = 60  # seconds between two times that "seen" is written


@dataclass(frozen=True)
class Limits:
    """How long a session lasts.

    Attributes:
        unused: without a question of its browser.
        longest: from its begin.
    """

    unused: timedelta
    longest: timedelta


@dataclass(frozen=True)
class Session:
    """A session that is valid.

    Attributes:
        name: names it inside the server; with it one cannot log in.
        account: whose it is.
    """

    name: str
    account: str


def begin(store: Store, account: str, now: float, limits: Limits) -> str | None:
    """Log somebody in; sessions that are over are taken out at the same time.

    Args:
        now: seconds of the clock.

    Returns:
        A new code for the browser; None when the account was just taken away.
    """
    code = new_code()
    month = datetime.fromtimestamp(now, UTC).strftime("%Y-%m")
    with changing(store):
        store.execute("delete from sessions where not (seen > ? and begun > ?)", _oldest(now, limits))
        known = store.execute("update accounts set last_month = ? where number = ?", (month, account))
        if not known.rowcount:
            return None
        store.execute(
            "insert into sessions values (?, ?, ?, ?)", (hash_of(code), account, int(now), int(now))
        )
    return code


def session_of(store: Store, code: str, now: float, limits: Limits) -> Session | None:
    """The session of a browser, which counts as use of it; None when there is none, or no more."""
    found = _valid(store, hash_of(code), now, limits)
    if found is None:
        return None
    account, seen = found
    if now - seen >= _NOTED:
        # On a disk that is full nothing can be noted; who is logged in reads on, at most until `unused` is over.
        with suppress(sqlite3.OperationalError):
            store.execute("update sessions set seen = ? where code = ?", (int(now), hash_of(code)))
    return Session(hash_of(code), account)


def is_open(store: Store, name: str, now: float, limits: Limits) -> bool:
    """Whether a session is valid still; to ask is no use of it."""
    return _valid(store, name, now, limits) is not None


def end(store: Store, code: str) -> None:
    """Log a browser out."""
    store.execute("delete from sessions where code = ?", (hash_of(code),))


def _valid(store: Store, name: str, now: float, limits: Limits) -> tuple[str, int] | None:
    found = store.execute(
        "select account, seen from sessions where code = ? and seen > ? and begun > ?",
        (name, *_oldest(now, limits)),
    ).fetchone()
    return found and (str(found[0]), int(found[1]))


def _oldest(now: float, limits: Limits) -> tuple[float, float]:
    """The times after which a session must have been seen and begun."""
    return now - limits.unused.total_seconds(), now - limits.longest.total_seconds()
