"""An address as the server knows it, where who passes requests on leaves something before it.

A hub leaves `/services/<name>/` there. All links and redirects of the dashboard are relative: nothing else has to know.
"""

from __future__ import annotations

from typing import Any

from tornado.httputil import HTTPServerRequest
from tornado.web import Application


def leave_out(application: Application, prefix: str) -> None:
    """From now on this stands before no address; an address without it stays as it is.

    Args:
        prefix: begins and ends with a slash; "" for nothing.
    """
    if not prefix.strip("/"):
        return
    find = application.find_handler

    def find_handler(request: HTTPServerRequest, **kwargs: Any) -> Any:
        if request.path.startswith(prefix):
            request.path = request.path[len(prefix) - 1 :]
            request.uri = (request.uri or "")[len(prefix) - 1 :]
        return find(request, **kwargs)

    application.find_handler = find_handler  # type: ignore[method-assign]
