"""A form that is sent to the server: its token, and the way back to a page of ours and to no other."""

from __future__ import annotations

import re

from tornado.web import HTTPError, RequestHandler

from socdom.dashboard.serving.guard import PUBLIC, to_root

_LONGEST = 500
# A path of ours and its question: it begins with a letter or a number, so it names no scheme and no host.
_OURS = re.compile(r"[A-Za-z0-9][A-Za-z0-9/._-]*(\?[A-Za-z0-9%&=+._~!*'(),:;@/-]*)?")


class PostedForm(RequestHandler):
    """Shows and takes a form. The door before it refuses what another site sends (`guard.of_this_site`).

    That is by what a browser says of itself. A browser that says nothing of it is known by a token: one that is in the
    form and, in other words, in a cookie, which another site can read neither.
    """

    resource = PUBLIC

    def prepare(self) -> None:
        self.set_header("Cache-Control", "no-store")

    @property
    def root(self) -> str:
        """What comes before every link."""
        return to_root(self.request.path)

    def has_token(self) -> bool:
        """Whether the form is one that this browser got from us."""
        try:
            self.check_xsrf_cookie()
        except HTTPError:
            return False
        return True

    def asked(self, name: str) -> str:
        """What was filled in; one field, as it was typed."""
        return self.get_body_argument(name, "", strip=False)

    def show(self, html: str, status: int = 200) -> None:
        """Answer with a complete page."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(html)


def local_address(asked: str) -> str:
    """An address of our own, seen from the root; the overview when it could be anything else.

    Args:
        asked: as it came with a request.
    """
    fits = len(asked) <= _LONGEST and _OURS.fullmatch(asked) and ".." not in asked and "//" not in asked
    return f"./{asked}" if fits else "./"
