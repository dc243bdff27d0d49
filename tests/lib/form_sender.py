"""A browser without a screen for forms: keeps cookies, fills in a form with its token, says of itself what browsers say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tornado.httpclient import HTTPResponse

from tests.lib.rules import Asking

_TOKEN = re.compile(r'name="_xsrf" value="([^"]+)"')
_NOTHING: Mapping[str, str] = {}


class FormSender:
    """One visitor of an application in this process.

    Attributes:
        cookies: what this browser keeps.
    """

    def __init__(self, asking: Asking, cookies: Mapping[str, str] = _NOTHING) -> None:
        self._asking = asking
        self.cookies = dict(cookies)

    def get(self, address: str, headers: Mapping[str, str] = _NOTHING) -> HTTPResponse:
        """The answer, redirects not followed."""
        return self._taken(self._asking.fetch(address, headers=self._told(headers), follow_redirects=False))

    def send(
        self,
        address: str,
        fields: Mapping[str, str],
        headers: Mapping[str, str] = _NOTHING,
        *,
        token: str | None = None,
    ) -> HTTPResponse:
        """Read the page of a form, fill it in and send it.

        Args:
            token: in place of the one of the form; "" for none.
        """
        if token is None:
            found = _TOKEN.search(self.get(address).body.decode())
            token = found[1] if found else ""
        body = urlencode({**fields, **({"_xsrf": token} if token else {})})
        return self._taken(
            self._asking.fetch(
                address, method="POST", body=body, headers=self._told(headers), follow_redirects=False
            )
        )

    def _told(self, headers: Mapping[str, str]) -> dict[str, str]:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Content-Type": "application/x-www-form-urlencoded", "Cookie": kept, **headers}

    def _taken(self, answer: HTTPResponse) -> HTTPResponse:
        for line in answer.headers.get_list("Set-Cookie"):
            for name, cookie in SimpleCookie(line).items():
                if cookie["expires"] and parsedate_to_datetime(cookie["expires"]) < datetime.now(UTC):
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = cookie.value
        return answer
