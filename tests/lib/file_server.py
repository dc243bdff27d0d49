"""A server of the addresses that need no kernel, to ask for an address exactly as it is written."""

from __future__ import annotations

import asyncio
import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.testing import bind_unused_port
from tornado.web import Application

from socdom.dashboard.serving.handlers import page_rules
from socdom.dashboard.serving.headers import dutch_errors
from socdom.dashboard.serving.latest import Latest


@dataclass(frozen=True)
class Server:
    """A server of the addresses that need no kernel."""

    port: int
    home: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body for an address as it is written, without tidying."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return found


@contextmanager
def serving(place: Path) -> Iterator[Server]:
    """A server of the edition in a place."""
    socket, port = bind_unused_port()
    ready, loops = threading.Event(), []

    def run() -> None:
        asyncio.set_event_loop(asyncio.new_event_loop())
        rules = page_rules("/", Latest(place), [])
        http_server = HTTPServer(
            Application(rules, transforms=[dutch_errors(lambda status, request: f"fout {status}")])
        )
        http_server.add_sockets([socket])
        loops.append(IOLoop.current())
        ready.set()
        IOLoop.current().start()
        http_server.stop()
        IOLoop.current().close(all_fds=True)

    thread = threading.Thread(target=run)
    thread.start()
    assert ready.wait(10)
    try:
        yield Server(port, place.parent)
    finally:
        loops[0].add_callback(loops[0].stop)
        thread.join(10)
