"""Accounts for tests: a store of one's own, passwords that cost next to nothing, and a clock one can set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from argon2 import PasswordHasher

from socdom.access import accounts
from socdom.access.passwords import Passwords
from socdom.access.sessions import Limits, begin
from socdom.access.store import Store

GOOD = "fiets wolk anijs trommel"
START = 1_790_000_000.0  # a day in September 2026
LIMITS = Limits(timedelta(hours=12), timedelta(days=7))
WEEK = timedelta(days=7)


@dataclass
class Clock:
    """Seconds that go on only when a test says so."""

    now: float = START

    def __call__(self) -> float:
        return self.now

    def later(self, **span: float) -> None:
        """Let time pass: `later(hours=3)`."""
        self.now += timedelta(**span).total_seconds()


def cheap(**more: int) -> Passwords:
    """Argon2 with the least that it takes."""
    return Passwords(PasswordHasher(**{"time_cost": 1, "memory_cost": 8, "parallelism": 1, **more}))


def with_account(
    store: Store, mail: str, passwords: Passwords, now: float = START, password: str = GOOD
) -> str:
    """An account with a password; gives the code of a session of it."""
    (code,) = accounts.invite(store, [mail], now, WEEK)
    account = accounts.accept(store, code, passwords.hash(password), now)
    assert account is not None
    session = begin(store, account, now, LIMITS)
    assert session is not None
    return session
