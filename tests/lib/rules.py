"""The server as it stands before it serves: all its rules, in this process, with another log-in where wanted."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir

from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application

from socdom.access.guesses import Guesses
from socdom.dashboard.serving.access.identity import ReaderIdentity
from socdom.dashboard.serving.app import DashboardApp, settings
from socdom.dashboard.serving.latest import Latest
from socdom.dashboard.serving.operations import Operations
from socdom.dashboard.serving.server import offer_template
from socdom.parameters.beheer import Beheer
from socdom.parameters.toegang import Toegang
from tests.lib.access import Clock, cheap

BY_DEFAULT = Operations(Beheer(), Path("niets bewaard"))


class Nobody(ReaderIdentity):
    """A log-in nobody has passed."""

    def reader(self, request: object) -> None:
        return None


class _Built(DashboardApp):
    def listen(self) -> None:
        """Not in this process."""


@contextmanager
def built(
    folder: Path,
    notebooks: Path,
    provider: type[ReaderIdentity] | None = None,
    operations: Operations = BY_DEFAULT,
) -> Iterator[DashboardApp]:
    """The server with its application and rules, which does not listen."""
    before = signal.getsignal(signal.SIGTERM), os.environ.get("JUPYTER_PATH")
    offer_template()
    latest = Latest(folder)
    config = settings(latest, operations, notebooks, port=0, ip="127.0.0.1", open_browser=False)
    if provider:
        config.Voila.identity_provider_class = provider
    app = _Built(latest, operations, lambda address: None, config=config)
    app.initialize([])
    app.start()
    try:
        yield app
    finally:
        signal.signal(signal.SIGTERM, before[0])
        os.environ["JUPYTER_PATH"] = before[1] or ""
        assert str(app.connection_dir).startswith(gettempdir())
        rmtree(app.connection_dir, ignore_errors=True)


@contextmanager
def with_accounts(folder: Path, notebooks: Path, kept: Path, clock: Clock) -> Iterator[DashboardApp]:
    """The server with accounts, by this clock, with passwords that cost next to nothing."""
    chosen = Operations(Beheer(toegang=Toegang(wijze="accounts")), kept)
    with built(folder, notebooks, operations=chosen) as app:
        app.identity_provider.clock = clock
        app.identity_provider.passwords = cheap()
        app.identity_provider.guesses = Guesses(clock)
        try:
            yield app
        finally:
            app.identity_provider.close()


class Asking(AsyncHTTPTestCase):
    """Sends requests to an application in this process."""

    __test__ = False

    def __init__(self, application: Application) -> None:
        super().__init__("runTest")
        self._application = application

    def get_app(self) -> Application:
        return self._application

    def runTest(self) -> None:
        """Nothing: tests ask through `asked`."""


@contextmanager
def asking(application: Application) -> Iterator[Asking]:
    """Requests to the application: `.fetch(path, method=…)`."""
    case = Asking(application)
    case.setUp()
    try:
        yield case
    finally:
        case.tearDown()
