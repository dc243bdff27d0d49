"""Behind a proxy every request comes from the proxy: where it came from before that, as the proxy tells it.

Tornado can do this too (`xheaders`), but it believes whoever connects, and one more header than our proxy fills in.
"""

from __future__ import annotations

import ipaddress

from tornado.httputil import HTTPServerRequest

_FOR, _PROTOCOL = "X-Forwarded-For", "X-Forwarded-Proto"
_PROTOCOLS = ("http", "https")
# Who has IPv6 has a whole network of this size, and a new address in it for every request.
_OF_ONE_HOUSE = 64


def is_from_this_machine(request: HTTPServerRequest) -> bool:
    """Whether the other end of the connection is a program of this machine, whatever the headers say."""
    peer = getattr(getattr(request.connection, "context", None), "remote_ip", "")
    try:
        return _plain(peer).is_loopback
    except ValueError:
        return False


def believe_proxy(request: HTTPServerRequest) -> None:
    """Give a request the address and the protocol that the proxy saw; what is not clear stays as it is.

    Only for a connection from this machine, and only for one address: a list would hold what a visitor wrote himself.
    """
    if not is_from_this_machine(request):
        return
    try:
        request.remote_ip = visitor_address(request.headers.get(_FOR, ""))
    except ValueError:
        return
    if (protocol := request.headers.get(_PROTOCOL)) in _PROTOCOLS:
        request.protocol = protocol


def visitor_address(text: str) -> str:
    """The address that counts as one visitor: of IPv6 the network of one house.

    Raises:
        ValueError: it is no address, or more than one.
    """
    address = _plain(text.strip())
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(ipaddress.ip_network((int(address), _OF_ONE_HOUSE), strict=False).network_address)


def _plain(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """An address; one of IPv4 that is written as IPv6 is one of IPv4."""
    address = ipaddress.ip_address(text)
    return getattr(address, "ipv4_mapped", None) or address
