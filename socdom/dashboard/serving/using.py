"""Counting in the server: every answer passes here once, and what is counted is written now and then."""

from __future__ import annotations

import logging
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.web import HTTPError, RequestHandler

from socdom.dashboard.overdue import today
from socdom.dashboard.serving.guard import told, visitor_of
from socdom.dashboard.serving.handlers import Rule
from socdom.dashboard.serving.operations import Operations
from socdom.dashboard.serving.visits import Visits
from socdom.dashboard.using.acts import PAGES, act_of
from socdom.dashboard.using.foot import ADDRESS, ANSWER, PAGE, THANKS, with_foot
from socdom.usage.cells import Answer
from socdom.usage.counter import UsageCounter
from socdom.usage.store import FOLDER
from socdom.usage.visitor import device_of, is_opened, is_person

LOG = logging.getLogger("socdom.dashboard")
_EVERY = 60_000  # milliseconds between two times that counts are written
# A whole town hall may share one address, and answers after the same meeting.
_ANSWERS_PER_MINUTE = 60
# An answer without content says that the page of before is still right: it is looked at all the same.
_COUNTED = (200, 304)
_ADDRESSES = {name: address or "./" for address, name in PAGES.items()}


class Usage:
    """What the server counts.

    Args:
        operations: whether there is counting, and where it is kept.
        base: base address of the server, ending in a slash.
    """

    def __init__(self, operations: Operations, base: str) -> None:
        self._settings = operations.beheer.gebruik
        self._base = base
        self._counter = UsageCounter(operations.folder / FOLDER)
        # One at a time, beside the loop: no page waits for a disk.
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="gebruik")
        self._answers = Visits(lambda: (), per_minute=_ANSWERS_PER_MINUTE)

    def seen(self, handler: RequestHandler) -> None:
        """Count an answer that was given, when it was to somebody who wanted to see something."""
        request = handler.request
        if not self._settings.tellen or handler.get_status() not in _COUNTED:
            return
        found = act_of(request.method or "", request.path.removeprefix(self._base), bool(request.query))
        if found is None or not is_person(request.headers):
            return
        act, name = found
        if name in _ADDRESSES and request.method == "GET" and not is_opened(request.headers):
            return
        self._counter.act(today(handler), act, name, device_of(request.headers))

    def with_foot(self, html: str, page: str) -> str:
        """A complete page with the question at its foot, where it is asked and the page is one that is counted."""
        return with_foot(html, page, self._settings) if page in _ADDRESSES else html

    def answered(self, handler: RequestHandler, answer: Answer, page: str) -> None:
        """Count an answer to that question, when it is of a person.

        Raises:
            HTTPError: 404, nothing is asked; 429, this visitor answered too often.
        """
        if not self._settings.vraag:
            raise HTTPError(404)
        with self._answers.start(visitor_of(handler)):
            if is_person(handler.request.headers):
                self._counter.answer(today(handler), answer, page)

    def begin(self) -> None:
        """Write from now on; call this in the loop of the server."""
        PeriodicCallback(self._write_later, _EVERY).start()

    def close(self) -> None:
        """Write what was counted since; the server ends."""
        self._writer.submit(self._write).result()
        self._writer.shutdown()

    async def _write_later(self) -> None:
        await IOLoop.current().run_in_executor(self._writer, self._write)

    def _write(self) -> None:
        try:
            self._counter.write(date.today())
        except OSError as error:
            LOG.error("%s", told(type(error), sys.exc_info()[2]))


def count(handler: RequestHandler) -> None:
    """Count an answer that was given; nothing else of a request is kept or told."""
    handler.settings["usage"].seen(handler)


class Reaction(RequestHandler):
    """Takes the answer to the question at the foot of a page, and goes back to that page."""

    def initialize(self, usage: Usage) -> None:
        self._usage = usage

    def post(self) -> None:
        page = self.get_body_argument(PAGE, "")
        answer = self.get_body_argument(ANSWER, "")
        if page not in _ADDRESSES or answer not in list(Answer):
            raise HTTPError(400)
        self._usage.answered(self, Answer(answer), page)
        self.redirect(f"{_ADDRESSES[page]}#{THANKS}", status=303)


def using_rules(base: str, usage: Usage) -> list[Rule]:
    """The address of the question at the foot of a page.

    Args:
        base: base address, ending in a slash.
        usage: what the server counts.
    """
    return [(f"{base}{ADDRESS}", Reaction, {"usage": usage})]
