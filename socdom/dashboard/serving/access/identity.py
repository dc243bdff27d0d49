"""What the door and the pages ask of a log-in, whichever the operator chose; and the one that asks nobody anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.httputil import HTTPServerRequest

from socdom.dashboard.serving.operations import Operations

ANONYMOUS = "lezer"


@dataclass
class Reader(User):
    """Somebody who logged in. Nothing of it is ever shown or logged.

    Attributes:
        username: one session of somebody; kernels belong to it, and end with it.
        account: who it is, for the limits of a visitor.
    """

    account: str = ""


class ReaderIdentity(IdentityProvider):
    """A log-in for readers. A kind of log-in is a class under this one.

    Voilà makes it with the server as its parent. All it may look at is the request; so it can be asked at any moment:
    by the door, for an error page, before a websocket.

    Attributes:
        prefix: what comes before every address of ours, where who passes requests on leaves it there; "" for nothing.
    """

    prefix = ""

    @property
    def operations(self) -> Operations:
        """What the operator chose, and where this municipality keeps it."""
        found: Operations = self.parent.operations
        return found

    def reader(self, request: HTTPServerRequest) -> User | None:
        """Who asks; None when nobody is known."""
        raise NotImplementedError

    def is_known(self, username: str) -> bool:
        """Whether who was let in under this name still may; asked every few seconds for who has a kernel."""
        return True

    def login_address(self, asked: str) -> str:
        """Where a page leads who is not known, seen from the root; "" when there is no such place.

        Args:
            asked: the address that was asked for, seen from the root, with its question: "jeugd?wijk=…".
        """
        return ""

    def end(self, request: HTTPServerRequest) -> str:
        """Log out who asks.

        Returns:
            Where to go then, seen from the root, or an address that begins with a slash.
        """
        return "./"

    def get_user(self, handler: Any) -> User | None:
        """As jupyter_server asks it."""
        return self.reader(handler.request)

    def get_handlers(self) -> list[Any]:
        """None of jupyter_server: our own rules hold all there is."""
        return []

    def is_token_authenticated(self, handler: Any) -> bool:
        """Never: a token in an address or a header opens nothing here."""
        return False


class Visitor(ReaderIdentity):
    """Everybody who can reach the server is the same reader: no log-in page, no cookie.

    Who may reach the server is up to what stands before it.
    """

    def reader(self, request: HTTPServerRequest) -> User:
        return User(username=ANONYMOUS)
