"""Single sign-on: who the proxy before the server says that asks.

The proxy asks the log-in of the municipality (OpenID Connect) at every request, and puts the answer in a header. Three
things must hold before that header is believed: the connection comes from this machine, it shows what only the proxy
and this server know, and the operator chose `wijze: sso`. A name is never kept: what remains is a number that means
nothing outside this process.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tornado.httputil import HTTPServerRequest

from socdom.dashboard.serving.access.forwarded import is_from_this_machine
from socdom.dashboard.serving.access.identity import Reader, ReaderIdentity
from socdom.errors import Fault, ServerError
from socdom.parameters.sso import Sso

SECRET_HEADER = "X-Socdom-Proxy"
_SHORTEST, _LONGEST = 32, 256  # characters of what the proxy and the server share
_LONGEST_NAME = 320  # the longest mail address there is
_FOR_ANYBODY = 0o007


class LastSeen:
    """Who came through the proxy lately; of each a number, and nothing older than what is asked for.

    Args:
        seconds: how long somebody counts as there after the last request.
        clock: seconds.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._seen: dict[str, float] = {}

    def now(self, who: str) -> None:
        """Somebody made a request."""
        moment = self._clock()
        self._seen.pop(who, None)
        self._seen[who] = moment
        # The oldest stand first.
        for other, when in list(self._seen.items()):
            if moment - when < self._seconds:
                break
            del self._seen[other]

    def lately(self, who: str) -> bool:
        """Whether that was lately."""
        return who in self._seen and self._clock() - self._seen[who] < self._seconds


class ProxyVisitor(ReaderIdentity):
    """Who the proxy names, when it shows that it is the proxy; otherwise nobody.

    Raises:
        ServerError: as of `read_secret`, when the server starts.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._sso: Sso = self.operations.beheer.toegang.sso
        self._secret = read_secret(Path(self._sso.geheim))
        self._key = secrets.token_bytes(32)
        self._seen = LastSeen(self._sso.minuten * 60)

    def reader(self, request: HTTPServerRequest) -> Reader | None:
        shown = request.headers.get(SECRET_HEADER, "").encode()
        if not is_from_this_machine(request) or not hmac.compare_digest(shown, self._secret):
            return None
        name = _name(request.headers.get(self._sso.kop, ""))
        if not name or not self._may_look(request.headers.get(self._sso.groepenkop, "")):
            return None
        who = hmac.new(self._key, name.encode(), "sha256").hexdigest()
        self._seen.now(who)
        return Reader(username=who, account=who)

    def is_known(self, username: str) -> bool:
        """Who made no request for a while is asked again by the log-in of the municipality, which may say no by now."""
        return self._seen.lately(username)

    def end(self, request: HTTPServerRequest) -> str:
        return self._sso.uitloggen

    def _may_look(self, groups: str) -> bool:
        has = {group.strip() for group in groups.split(",")}
        return not self._sso.groepen or not has.isdisjoint(self._sso.groepen)


def _name(text: str) -> str:
    """The same person with other capitals is the same; what is no name is nobody."""
    name = text.strip().casefold()
    return name if len(name) <= _LONGEST_NAME and name.isprintable() else ""


def read_secret(path: Path) -> bytes:
    """What the proxy and the server share, from its file.

    Raises:
        ServerError: it is not there, others may read it, or it is too short. The content is never told.
    """
    try:
        secret = path.read_bytes().strip()
        readable_for_all = path.stat().st_mode & _FOR_ANYBODY
    except OSError:
        raise ServerError(
            _fault("dit bestand is er niet of is niet te lezen", "Maak het zoals in docs/beheer.md staat.")
        ) from None
    if readable_for_all:
        raise ServerError(
            _fault("iedereen op deze computer kan dit bestand lezen", "Geef het de rechten 0640.")
        )
    if not _SHORTEST <= len(secret) <= _LONGEST or not secret.isalnum():
        raise ServerError(
            _fault(
                f"hier hoort één regel met {_SHORTEST} tot {_LONGEST} letters en cijfers",
                "Maak een nieuw geheim, zoals in docs/beheer.md staat.",
            )
        )
    return secret


def _fault(rule: str, remedy: str) -> Fault:
    return Fault("toegang.sso.geheim", rule, remedy=remedy)
