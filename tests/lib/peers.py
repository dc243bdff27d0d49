"""A request as the server sees it, from an address of choice."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine


def request_from(peer: str, headers: Mapping[str, str] | HTTPHeaders) -> HTTPServerRequest:
    """A question for a page, over a connection from an address."""
    context: Any = SimpleNamespace(remote_ip=peer, protocol="http")
    sent = HTTPHeaders(headers)
    sent["Host"] = "localhost"
    return HTTPServerRequest(
        start_line=RequestStartLine("GET", "/jeugd", "HTTP/1.1"),
        headers=sent,
        connection=SimpleNamespace(context=context),  # type: ignore[arg-type]
    )
