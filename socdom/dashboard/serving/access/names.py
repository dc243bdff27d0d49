"""Under which names the server answers; who chose no kind of access is answered on the machine itself only."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Collection
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest, split_host_and_port

LOCAL = frozenset({"localhost"})
# What a proxy adds: with one of these the question came from elsewhere, whatever name the proxy made of it.
_PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip", "Via")

Served = Callable[[HTTPServerRequest], bool]


def served_names(
    own: Collection[str], dashboard: Callable[[], str], numbers: bool = True
) -> Callable[[str], bool]:
    """Whether a request is for us, by the name that it says it is for.

    A page of another site can let its own name point to our address, and then read our answers as its own. It cannot
    do so with a number, or with a name of ours.

    Args:
        own: names of this machine.
        dashboard: gives the address of the dashboard that the municipality published; "" when there is none.
        numbers: whether every number is ours; otherwise only those that never leave this machine.
    """
    fixed = {name.lower() for name in own}

    def is_served(host: str) -> bool:
        name = named_in(host)
        if name in fixed or name == (urlsplit(dashboard()).hostname or None):
            return True
        return _is_number(name) if numbers else _is_loopback(name)

    return is_served


def on_this_machine(request: HTTPServerRequest) -> bool:
    """Whether a question came from the machine itself, not through something that passes questions on."""
    direct = not any(name in request.headers for name in _PASSED_ON)
    return direct and is_local(request.host) and _is_loopback(request.remote_ip or "")


def is_local(host: str) -> bool:
    """Whether this name never leaves the machine."""
    name = named_in(host)
    return name in LOCAL or _is_loopback(name)


def named_in(host: str) -> str:
    """The name in a `Host` header, without its port."""
    return split_host_and_port(host.lower())[0].strip("[]")


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(name: str) -> bool:
    return _is_number(name) and ipaddress.ip_address(name).is_loopback
