"""Readers with an account that the griffie handed out: who they are, by the cookie of their session."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import cached_property, partial
from typing import TypeVar
from urllib.parse import urlencode

from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError

from socdom.access import accounts, sessions
from socdom.access.guesses import Guesses
from socdom.access.passwords import Passwords
from socdom.access.sessions import Limits
from socdom.access.store import Store, open_store
from socdom.dashboard.access.pages import ASKED, LOGIN
from socdom.dashboard.serving.access.cookies import code_in
from socdom.dashboard.serving.access.identity import Reader, ReaderIdentity

_HASHING = 2  # hashes at once, 64 MB each
_WAITING = 40  # who may wait for that

_T = TypeVar("_T")


class AccountVisitor(ReaderIdentity):
    """Who shows the code of a session that is valid now. The file is asked each time: who is revoked is out at once.

    Attributes:
        clock: gives the seconds of the clock.
        passwords: makes and compares hashes.
        guesses: counts attempts that failed.
    """

    clock: Callable[[], float] = staticmethod(time.time)
    _at_work = 0

    @cached_property
    def store(self) -> Store:
        """The accounts; opened by the loop of the server, which is the one that uses it."""
        return open_store(self.operations.folder)

    @cached_property
    def passwords(self) -> Passwords:
        return Passwords()

    @cached_property
    def guesses(self) -> Guesses:
        return Guesses()

    @cached_property
    def limits(self) -> Limits:
        """How long a session lasts here."""
        chosen = self.operations.beheer.toegang.sessie
        return Limits(timedelta(hours=chosen.ongebruikt_uren), timedelta(days=chosen.dagen))

    @cached_property
    def _workers(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(_HASHING, "password")

    def reader(self, request: HTTPServerRequest) -> Reader | None:
        code = code_in(request)
        session = sessions.session_of(self.store, code, self.clock(), self.limits) if code else None
        return Reader(username=session.name, account=session.account) if session else None

    def is_known(self, username: str) -> bool:
        return sessions.is_open(self.store, username, self.clock(), self.limits)

    def login_address(self, asked: str) -> str:
        return f"{LOGIN}?{urlencode({ASKED: asked})}" if asked else LOGIN

    def end(self, request: HTTPServerRequest) -> str:
        sessions.end(self.store, code_in(request))
        return f"{LOGIN}?uit"

    async def log_in(self, mail: str, password: str, place: str) -> str | None:
        """A new session for who knows the password.

        Takes as long, and counts the same, for an address without an account.

        Args:
            place: address of the network that asks.

        Returns:
            The code of the session; None when it is not right.

        Raises:
            TooOften: an earlier attempt is too short ago.
            HTTPError: 503, too many are waiting.
        """
        self.guesses.attempt(mail, place)
        account, kept = accounts.password_of(self.store, mail) or ("", None)
        right = await self._aside(partial(self.passwords.matches, kept, password))
        if not right or kept is None:
            return None
        self.guesses.right(mail, place)
        anew = await self._aside(partial(self.passwords.renewed, kept, password))
        if accounts.password_of(self.store, mail) != (account, kept):
            # While it was compared, somebody chose another password; what was open with this one has ended.
            return None
        if anew:
            accounts.replace_hash(self.store, account, kept, anew)
        return sessions.begin(self.store, account, self.clock(), self.limits)

    async def accept(self, code: str, mail: str, password: str) -> str | None:
        """A new session for who chose a password with an invitation; None when it works no more."""
        kept = await self._aside(partial(self.passwords.hash, password))
        account = accounts.accept(self.store, code, kept, self.clock())
        if account is None:
            return None
        self.guesses.forgive(mail)
        return sessions.begin(self.store, account, self.clock(), self.limits)

    def close(self) -> None:
        """Let go of the file and the threads."""
        self.store.close()
        self._workers.shutdown()

    async def _aside(self, work: Callable[[], _T]) -> _T:
        """Do what takes long beside the loop of the server, for a few at once."""
        if self._at_work >= _WAITING:
            raise HTTPError(503)
        self._at_work += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._workers, work)
        finally:
            self._at_work -= 1
