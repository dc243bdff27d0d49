"""The server as it stands before it serves: all its rules, in this process, with another log-in where wanted."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir
from typing import Any

from jupyter_server.auth.identity import IdentityProvider
from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application

from socdom.dashboard.serving.app import DashboardApp, settings
from socdom.dashboard.serving.latest import Latest
from socdom.dashboard.serving.operations import Operations
from socdom.dashboard.serving.server import offer_template
from socdom.parameters.beheer import Beheer

BY_DEFAULT = Operations(Beheer(), Path("niets bewaard"))


class Nobody(IdentityProvider):
    """A log-in nobody has passed."""

    def get_user(self, handler: Any) -> None:
        return None

    def get_handlers(self) -> list[Any]:
        return []


class _Built(DashboardApp):
    def listen(self) -> None:
        """Not in this process."""


@contextmanager
def built(
    folder: Path,
    notebooks: Path,
    provider: type[IdentityProvider] | None = None,
    operations: Operations = BY_DEFAULT,
) -> Iterator[DashboardApp]:
    """The server with its application and rules, which does not listen."""
    before = signal.getsignal(signal.SIGTERM), os.environ.get("JUPYTER_PATH")
    offer_template()
    latest = Latest(folder)
    config = settings(latest, notebooks, port=0, ip="127.0.0.1", open_browser=False)
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


class Asking(AsyncHTTPTestCase):
    """Sends requests to an application in this process."""

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
