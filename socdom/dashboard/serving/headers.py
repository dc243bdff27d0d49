"""What goes with every answer of the server, whoever wrote it: safety headers and Dutch error pages.

Tornado's output transforms are the one place that sees all answers: ours, Voilà's and Tornado's own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import OutputTransform

from socdom.blocks.slide_scripts import script_sources

# Scripts come from this server only, never from the text of a page. Drawings carry styles of their own: hence the one
# "unsafe" word. Nothing may come from or go to another host.
_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
_NAME = "Content-Security-Policy"
HEADERS = {
    _NAME: "; ".join(f"{part} {sources}" for part, sources in _POLICY.items()),
    # To no other site a word. To ourselves: a form under "no-referrer" has the origin "null", as of a strange page.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# The slides are one file that also works from a disk, so their scripts are in the page.
_SLIDES = "/bijeenkomst.html"
_ASSETS = "/static/"
_KEPT = (200, 304)
_OURS = b"<!doctype html>"  # Tornado's own pages begin otherwise


@cache
def slides_policy() -> str:
    """The policy of the slides: the two scripts of this version by their checksum, no other script, no eval.

    Slides of another version are shown below each other: their scripts are others, and the browser leaves them out.
    """
    policy = {**_POLICY, "script-src": " ".join(script_sources()), "connect-src": "'none'"}
    return "; ".join(f"{part} {sources}" for part, sources in policy.items())


class SafetyHeaders(OutputTransform):
    """Adds the headers, hides the version of the server, lets a browser keep scripts for an hour."""

    def __init__(self, request: HTTPServerRequest) -> None:
        self._slides = request.path.endswith(_SLIDES)
        self._asset = _ASSETS in request.path

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        headers.pop("Server", None)
        for name, value in HEADERS.items():
            headers[name] = value
        if self._slides:
            headers[_NAME] = slides_policy()
        if self._asset and status_code == 200:
            headers["Cache-Control"] = "max-age=3600"
        return status_code, headers, chunk


class PrivateAnswers(OutputTransform):
    """What one must log in for is kept by no browser and no proxy: after log-out "back" shows nothing."""

    def __init__(self, request: HTTPServerRequest) -> None:
        self._asset = _ASSETS in request.path

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        if not (self._asset and status_code in _KEPT):
            headers["Cache-Control"] = "no-store"
        return status_code, headers, chunk


def dutch_errors(page: Callable[[int, HTTPServerRequest], str]) -> type[OutputTransform]:
    """A transform that puts our own page in place of every HTML error page that is not one of ours already.

    Args:
        page: status code, what was asked → complete HTML.
    """

    class DutchErrors(OutputTransform):
        def __init__(self, request: HTTPServerRequest) -> None:
            self._request = request

        def transform_first_chunk(
            self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
        ) -> tuple[int, HTTPHeaders, bytes]:
            is_page = headers.get("Content-Type", "").startswith("text/html")
            if status_code >= 400 and is_page and finishing and not chunk.startswith(_OURS):
                chunk = page(status_code, self._request).encode()
                headers["Content-Length"] = str(len(chunk))
            return status_code, headers, chunk

    return DutchErrors
