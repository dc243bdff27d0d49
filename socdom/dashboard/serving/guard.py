"""The one door of the server: who asks, whether that is allowed, and under which name. Every rule goes through it.

`guarded` puts the door before each handler; `require_guarded` refuses to serve when a rule has none. So a log-in that
comes later is one class (`IdentityProvider`), and what somebody may do another (`Authorizer`): both are asked for
pages, files, choices, the websocket and the end of a kernel alike.
"""

from __future__ import annotations

import ipaddress
import json
import logging
import traceback
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from jupyter_core.utils import ensure_async
from jupyter_server.auth import Authorizer
from jupyter_server.auth.identity import IdentityProvider, User
from tornado.httputil import HTTPServerRequest, split_host_and_port
from tornado.routing import Rule, RuleRouter
from tornado.web import Application, HTTPError, RequestHandler

LOG = logging.getLogger("socdom.dashboard")
ANONYMOUS = "lezer"
PUBLIC, PAGE, CHOICE, KERNEL = "public", "page", "choice", "kernels"
_READ, _EXECUTE = "read", "execute"
_ACTIONS = {PAGE: _READ, CHOICE: _EXECUTE, KERNEL: _EXECUTE}
_FOR_SCRIPTS = (CHOICE, KERNEL)
_SAFE_METHODS = ("GET", "HEAD")
_MISDIRECTED = 421


class Visitor(IdentityProvider):
    """Everybody who can reach the server is the same reader: no log-in page, no cookie.

    Who may reach the server is up to what stands before it.
    """

    def get_user(self, handler: Any) -> User:
        return User(username=ANONYMOUS)

    def get_handlers(self) -> list[Any]:
        return []


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
        if not self.settings["is_served_name"](self.request.host):
            raise HTTPError(_MISDIRECTED)
        if self.request.method not in _SAFE_METHODS:
            of_this_site(self.request)
        if self.resource != PUBLIC:
            self.current_user = await self._allowed()
        prepared = super().prepare()  # type: ignore[func-returns-value]
        if prepared is not None:
            await prepared

    async def _allowed(self) -> User:
        user = await ensure_async(self.settings["identity_provider"].get_user(self))
        rights = self.settings["authorizer"]
        asked = (self, user, _ACTIONS[self.resource], self.resource)
        if user is None or not await ensure_async(rights.is_authorized(*asked)):
            raise HTTPError(403)
        return user

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
    """Who counts as one visitor: a name where there is one, otherwise an address (which may be a whole town hall)."""
    name = handler.current_user.username
    return handler.request.remote_ip or "" if name == ANONYMOUS else name


def served_names(own: Collection[str], dashboard: Callable[[], str]) -> Callable[[str], bool]:
    """Whether a request is for us, by the name that it says it is for.

    A page of another site can let its own name point to our address, and then read our answers as its own. It cannot
    do so with a number, or with a name of ours.

    Args:
        own: names of this machine.
        dashboard: gives the address of the dashboard that the municipality published; "" when there is none.
    """
    fixed = {name.lower() for name in own}

    def is_served(host: str) -> bool:
        name = split_host_and_port(host.lower())[0].strip("[]")
        return _is_number(name) or name in fixed or name == (urlsplit(dashboard()).hostname or None)

    return is_served


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


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
