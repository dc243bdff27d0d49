"""The one door of the server: who asks, whether that is allowed, and under which name. Every rule goes through it.

`guarded` puts the door before each handler; `require_guarded` refuses to serve when a rule has none. So a kind of
log-in is one class (`access/identity.py`), and what somebody may do another (`Authorizer`): both are asked for
pages, files, choices, the websocket and the end of a kernel alike. Who is not known is led to the page to log in when a
page was asked for, and refused otherwise.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Iterator, Sequence
from functools import cache
from types import TracebackType
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.auth import Authorizer
from jupyter_server.auth.identity import User
from tornado.httputil import HTTPServerRequest
from tornado.routing import Rule, RuleRouter
from tornado.web import Application, Finish, HTTPError, RequestHandler

from socdom.dashboard.serving.access.cookies import safe_options
from socdom.dashboard.serving.access.forwarded import believe_proxy
from socdom.dashboard.serving.access.identity import ANONYMOUS

LOG = logging.getLogger("socdom.dashboard")
PUBLIC, PAGE, CHOICE, KERNEL = "public", "page", "choice", "kernels"
_READ, _EXECUTE = "read", "execute"
_ACTIONS = {PAGE: _READ, CHOICE: _EXECUTE, KERNEL: _EXECUTE}
_FOR_SCRIPTS = (CHOICE, KERNEL)
_SAFE_METHODS = ("GET", "HEAD")
_MISDIRECTED = 421


class ReaderRights(Authorizer):
    """What a reader may: read pages and files, choose, and speak with the kernel of the own page. Nothing else."""

    def is_authorized(self, handler: Any, user: User, action: str, resource: str) -> bool:
        return _ACTIONS.get(resource) == action


class Guarded(RequestHandler):
    """Stands before a handler.

    Attributes:
        resource: what its handler gives; PUBLIC is without anything of an edition.
    """

    resource = PAGE

    async def prepare(self) -> None:
        if not self.settings["is_served"](self.request):
            raise HTTPError(_MISDIRECTED)
        if self.settings["behind_proxy"]:
            believe_proxy(self.request)
        if self.request.method not in _SAFE_METHODS:
            of_this_site(self.request)
        if self.resource != PUBLIC:
            self.current_user = await self._allowed()
        prepared = super().prepare()  # type: ignore[func-returns-value]
        if prepared is not None:
            await prepared

    def set_cookie(self, name: str, value: str | bytes, *args: Any, **kwargs: Any) -> None:
        """Every cookie of the server is kept from scripts and from other sites."""
        super().set_cookie(name, value, *args, **{**kwargs, **safe_options(self.request)})

    async def _allowed(self) -> User:
        user = await ensure_async(self.settings["identity_provider"].get_user(self))
        if user is None:
            self._lead_to_login()
        rights = self.settings["authorizer"]
        asked = (self, user, _ACTIONS[self.resource], self.resource)
        if user is None or not await ensure_async(rights.is_authorized(*asked)):
            raise HTTPError(403)
        return user

    def _lead_to_login(self) -> None:
        """Send who asks for a page to the page to log in, and tell a script that one must log in; where one can.

        Raises:
            HTTPError: 401, for a script.
            Finish: for a page, which is answered.
        """
        login = self.settings["identity_provider"].login_address((self.request.uri or "").lstrip("/"))
        if login and self.resource in _FOR_SCRIPTS:
            raise HTTPError(401)
        if login and self.request.method in _SAFE_METHODS:
            self.set_header("Cache-Control", "no-store")
            self.redirect(to_root(self.request.path) + login, status=303)
            raise Finish

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A number for a script; a page for a reader, in which ours is put (`headers.dutch_errors`)."""
        if self.resource in _FOR_SCRIPTS:
            self.set_header("Content-Type", "application/json")
            self.finish(json.dumps({"fout": status_code}))
        else:
            super().write_error(status_code, **kwargs)

    def log_exception(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """The kind of fault and its place; a message, an address or a value could tell more than is published."""
        if kind is not None and not isinstance(error, HTTPError):
            LOG.error("%s", told(kind, where))


def told(kind: type[BaseException], where: TracebackType | None) -> str:
    """A fault in a log: its class, and file and line where it arose."""
    frames = traceback.extract_tb(where)
    place = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else "?"
    return f"{kind.__name__} in {place}"


def of_this_site(request: HTTPServerRequest) -> None:
    """Refuse what a page of another site asks for: it would start and end kernels in the name of its reader.

    Raises:
        HTTPError: 403.
    """
    origin = request.headers.get("Origin", "")
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    if site != "same-origin" or (origin and origin.partition("://")[2] != request.host):
        raise HTTPError(403)


def visitor_of(handler: RequestHandler) -> str:
    """Who counts as one visitor: an account where there is one, otherwise an address (maybe of a whole town hall)."""
    user = handler.current_user
    name = str(getattr(user, "account", "") or user.username)
    return handler.request.remote_ip or "" if name == ANONYMOUS else name


def to_root(path: str) -> str:
    """The way back from an address to the root of the dashboard, which need not be that of its host.

    Args:
        path: as the server sees it: "/rapporten/2020Q4-v1.0/rapport.pdf" gives "../../".
    """
    return "../" * (path.count("/") - 1) or "./"


def guarded(rules: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """The same rules of a server, with the door before each handler."""
    return [(pattern, _behind_door(handler), *rest) for pattern, handler, *rest in rules]


@cache
def _behind_door(handler: type[RequestHandler]) -> type[RequestHandler]:
    resource = getattr(handler, "resource", PAGE)
    return type(handler.__name__, (Guarded, handler), {"resource": resource})


def require_guarded(application: Application) -> None:
    """Refuse to serve an application with a way around the door.

    Raises:
        RuntimeError: names the handlers.
    """
    open_doors = [target for target in targets(application.default_router) if not is_guarded(target)]
    if open_doors:
        raise RuntimeError(f"handlers without guard: {open_doors}")


def is_guarded(target: Any) -> bool:
    """Whether what a rule leads to stands behind the door."""
    return isinstance(target, type) and issubclass(target, Guarded)


def targets(router: RuleRouter) -> Iterator[Any]:
    """All that the rules of a router lead to, also those of routers inside it."""
    for rule in rules_in(router):
        yield rule.target


def rules_in(router: RuleRouter) -> Iterator[Rule]:
    """All rules of a router that lead to a handler."""
    for rule in router.rules:
        if isinstance(rule.target, RuleRouter) and not isinstance(rule.target, Application):
            yield from rules_in(rule.target)
        else:
            yield rule
