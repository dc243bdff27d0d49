"""JupyterHub as the log-in: the dashboard is a service of the hub, which says who asks and whether that may be.

The hub's own library speaks its protocol (OAuth 2 with PKCE). It is imported, and installed, only where the operator
chose `wijze: hub`. The token of the hub stays in this process; a browser gets a number that means nothing else.
Who may look is decided in the hub, by its scope `access:services!service=…`.
"""

from __future__ import annotations

import hmac
import os
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from jupyterhub.services.auth import HubOAuth
from tornado.httputil import HTTPServerRequest, url_concat
from tornado.web import HTTPError

from socdom.dashboard.serving.access.identity import Reader, ReaderIdentity
from socdom.dashboard.serving.access.posted import PostedForm, local_address
from socdom.dashboard.serving.access.proxy import LastSeen
from socdom.dashboard.serving.handlers import Rule
from socdom.errors import Fault, ServerError

COOKIE = "socdom-hub"
TOKEN_FILE = "SOCDOM_HUBSLEUTEL"
_ASKED = "naar"
_SERVICE = "JUPYTERHUB_SERVICE_NAME"
# Seconds; then the hub is asked anew, which a reader does not notice while the hub knows them.
_LOGGED_IN = 12 * 3600
_STILL_THERE = 15 * 60
_ASK_AGAIN = 30  # seconds that an answer of the hub counts
_AWAY = 503


@dataclass(frozen=True)
class _Session:
    """A token of the hub, whose it is (as a number), and when it began."""

    token: str
    account: str
    since: float


class HubVisitor(ReaderIdentity):
    """Who the hub knows and lets in.

    Attributes:
        hub: what speaks with the hub.
        prefix: as of `ReaderIdentity`.

    Raises:
        ServerError: as of `hub_of`, when the server starts.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.hub = hub_of(os.environ)
        self.prefix = self.hub.base_url
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._sessions: dict[str, _Session] = {}
        self._seen = LastSeen(_STILL_THERE, clock)

    async def get_user(self, handler: Any) -> Reader | None:
        """As jupyter_server asks it; the hub answers, at most half a minute ago."""
        session = self._session(handler.request)
        if session is None or await self._let_in(session.token) is None:
            return None
        found = self._reader(session)
        self._seen.now(found.username)
        return found

    def reader(self, request: HTTPServerRequest) -> Reader | None:
        """Who was let in lately with this session; the hub is not asked."""
        session = self._session(request)
        found = self._reader(session) if session else None
        return found if found and self.is_known(found.username) else None

    def is_known(self, username: str) -> bool:
        return self._seen.lately(username)

    def login_address(self, asked: str) -> str:
        return url_concat("hub", {_ASKED: asked})

    def end(self, request: HTTPServerRequest) -> str:
        self._sessions.pop(_code(request), None)
        return f"{self.hub.hub_host}{self.hub.hub_prefix}logout"

    async def log_in(self, token: str) -> str | None:
        """A new session for who brings this token of the hub; None when the hub does not let them in.

        Raises:
            HTTPError: 503, the hub does not answer.
        """
        name = await self._let_in(token)
        if name is None:
            return None
        now = self._clock()
        self._sessions = {code: one for code, one in self._sessions.items() if now - one.since < _LOGGED_IN}
        code = secrets.token_urlsafe(32)
        self._sessions[code] = _Session(token, self._number(f"name {name}"), now)
        return code

    async def _let_in(self, token: str) -> str | None:
        """The name of who has this token, when the hub knows it and lets them in here."""
        try:
            model = await self.hub.user_for_token(token, sync=False)
        except HTTPError:
            raise HTTPError(_AWAY) from None
        allowed = model and self.hub.check_scopes(self.hub.access_scopes, model)
        return str(model["name"]) if allowed else None

    def _reader(self, session: _Session) -> Reader:
        return Reader(username=self._number(f"token {session.token}"), account=session.account)

    def _number(self, text: str) -> str:
        return hmac.new(self._key, text.encode(), sha256).hexdigest()

    def _session(self, request: HTTPServerRequest) -> _Session | None:
        found = self._sessions.get(_code(request))
        return found if found and self._clock() - found.since < _LOGGED_IN else None


class _OfTheHub(PostedForm):
    """An address on the way to the hub or back; its cookies are for no other service and no server of a user."""

    @property
    def visitors(self) -> HubVisitor:
        """The log-in of this server."""
        found: HubVisitor = self.settings["identity_provider"]
        return found

    def set_cookie(self, name: str, value: str | bytes, *args: Any, **kwargs: Any) -> None:
        super().set_cookie(name, value, *args, **{**kwargs, "path": self.visitors.prefix})


class ToTheHub(_OfTheHub):
    """`hub`: asks the hub who this is, and remembers which page was asked for."""

    def get(self) -> None:
        hub = self.visitors.hub
        verifier, challenge, method = hub.generate_pkce_code_challenge()
        asked = local_address(self.get_query_argument(_ASKED, ""))
        state = hub.set_state_cookie(self, next_url=asked, code_verifier=verifier)
        sent = {"state": state, "code_challenge": challenge, "code_challenge_method": method}
        self.redirect(url_concat(hub.login_url, sent))


class FromTheHub(_OfTheHub):
    """`oauth_callback`: the hub sends the reader back, with a code that is worth a token."""

    async def get(self) -> None:
        hub = self.visitors.hub
        state = self.get_query_argument("state", "")
        shown = self.get_secure_cookie(hub.get_state_cookie_name(state)) or b""
        # Only the browser that was sent to the hub may come back with its answer; and it may so once.
        if not state or not hmac.compare_digest(shown, state.encode()):
            raise HTTPError(403)
        asked, verifier = hub.get_next_url(state), hub.get_code_verifier(state)
        hub.clear_oauth_state(state)
        hub.clear_oauth_state_cookies(self)
        code = await self._session(self.get_query_argument("code", ""), verifier)
        if code is None:
            raise HTTPError(403)
        self.set_cookie(COOKIE, code)
        self.redirect(asked, status=303)

    async def _session(self, code: str, verifier: str | None) -> str | None:
        if not code:
            return None
        try:
            token = await self.visitors.hub.token_for_code(code, code_verifier=verifier, sync=False)
        except HTTPError:
            return None
        return await self.visitors.log_in(token)


def hub_rules(base: str) -> list[Rule]:
    """The addresses to the hub and back.

    Args:
        base: base address, ending in a slash.
    """
    return [(f"{base}hub", ToTheHub, {}), (f"{base}oauth_callback", FromTheHub, {})]


def hub_of(environ: Mapping[str, str]) -> HubOAuth:
    """What speaks with the hub, as the hub tells its services; the token may also stand in a file.

    Raises:
        ServerError: the hub did not say which service this is, or the token is not there.
    """
    missing = [name for name in (_SERVICE, "JUPYTERHUB_SERVICE_PREFIX") if not environ.get(name)]
    token = _token(environ)
    faults = [
        Fault(
            name, "de hub zegt niet welke dienst dit is", remedy="Zet dit in /etc/socdom/omgeving-<gemeente>."
        )
        for name in missing
    ]
    if not token:
        remedy = "Zet de sleutel van de dienst in een bestand en noem dat in deze instelling."
        faults.append(Fault(TOKEN_FILE, "de sleutel van de hub ontbreekt of is niet te lezen", remedy=remedy))
    if faults:
        raise ServerError(faults)
    return HubOAuth(api_token=token, cache_max_age=_ASK_AGAIN)


def _token(environ: Mapping[str, str]) -> str:
    named = environ.get(TOKEN_FILE)
    if not named:
        return environ.get("JUPYTERHUB_API_TOKEN", "")
    try:
        return Path(named).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _code(request: HTTPServerRequest) -> str:
    found = request.cookies.get(COOKIE)
    return found.value if found else ""
