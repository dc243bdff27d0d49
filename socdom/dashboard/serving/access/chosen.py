"""How readers come in, as the operator chose: who they are, which addresses that takes, which names are served."""

from __future__ import annotations

from collections.abc import Callable
from socket import gethostname

from tornado.httputil import HTTPServerRequest

from socdom.dashboard.serving.access.accounts import AccountVisitor
from socdom.dashboard.serving.access.forms import form_rules, logout_rules
from socdom.dashboard.serving.access.identity import ReaderIdentity, Visitor
from socdom.dashboard.serving.access.names import LOCAL, Served, on_this_machine, served_names
from socdom.dashboard.serving.access.proxy import ProxyVisitor
from socdom.dashboard.serving.handlers import Rule
from socdom.dashboard.serving.latest import Latest
from socdom.dashboard.serving.operations import Operations
from socdom.errors import Fault, ServerError

ACCOUNTS, SSO, HUB = "accounts", "sso", "hub"
_KINDS: dict[str | None, type[ReaderIdentity]] = {ACCOUNTS: AccountVisitor, SSO: ProxyVisitor}


def identity_provider(operations: Operations) -> type[ReaderIdentity]:
    """The log-in of this municipality.

    Raises:
        ServerError: it is that of a hub, and what speaks with a hub is not installed.
    """
    kind = operations.beheer.toegang.wijze
    return _of_a_hub() if kind == HUB else _KINDS.get(kind, Visitor)


def _of_a_hub() -> type[ReaderIdentity]:
    """Imported only here: JupyterHub is installed only where there is one."""
    try:
        from socdom.dashboard.serving.access.hub import HubVisitor
    except ModuleNotFoundError:
        remedy = "Installeer het pakket jupyterhub, in dezelfde versie als de hub."
        raise ServerError(Fault("toegang.wijze", "voor een hub is meer nodig", remedy=remedy)) from None
    return HubVisitor


def asks_who(operations: Operations) -> bool:
    """Whether readers of this municipality must be known."""
    return operations.beheer.toegang.wijze in (*_KINDS, HUB)


def access_rules(base: str, current: Latest, operations: Operations) -> list[Rule]:
    """Addresses to log in and out; none where nobody logs in.

    Args:
        base: base address, ending in a slash.
        current: the edition that is served, for its name and colours.
    """
    kind = operations.beheer.toegang.wijze
    found = logout_rules(base) if asks_who(operations) else []
    if kind == HUB:
        from socdom.dashboard.serving.access.hub import hub_rules

        return [*hub_rules(base), *found]
    return [*form_rules(base, current), *found] if kind == ACCOUNTS else found


def served(operations: Operations, dashboard: Callable[[], str]) -> Served:
    """Whether the server answers a request at all.

    Nothing chosen: only on the machine itself. With a log-in: there, and under the address that was published. Open:
    also under every number and name of the machine.

    Args:
        dashboard: gives the address that the municipality published; "" when there is none.
    """
    kind = operations.beheer.toegang.wijze
    if kind is None:
        return on_this_machine
    known = asks_who(operations)
    own = LOCAL if known else LOCAL | {gethostname()}
    by_name = served_names(own, dashboard, numbers=not known)

    def is_served(request: HTTPServerRequest) -> bool:
        return by_name(request.host)

    return is_served
