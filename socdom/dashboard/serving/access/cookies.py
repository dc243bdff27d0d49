"""The cookie of a session: its name, where it goes, and what keeps it from anybody else."""

from __future__ import annotations

from typing import Any

from tornado.httputil import HTTPServerRequest

from socdom.dashboard.serving.access.names import is_local

# With this prefix a browser takes the cookie over TLS only, from this host only, and no other host can set it.
_HOST = "__Host-"
_NAME = "socdom"


def session_cookie(request: HTTPServerRequest) -> str:
    """The name of the cookie; on the machine itself there is no TLS, so no prefix."""
    return _NAME if is_local(request.host) else _HOST + _NAME


def code_in(request: HTTPServerRequest) -> str:
    """The code that a browser shows; "" when it shows none."""
    found = request.cookies.get(session_cookie(request))
    return found.value if found else ""


def safe_options(request: HTTPServerRequest) -> dict[str, Any]:
    """Of every cookie: for no script, no other site, and over TLS only where there is TLS."""
    return {"path": "/", "httponly": True, "samesite": "Lax", "secure": not is_local(request.host)}
