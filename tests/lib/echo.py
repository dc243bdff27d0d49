"""A server behind nginx that says back what it was asked, in place of a dashboard."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# Enough for compression to be worth it.
_FILLING = "cijfers " * 500


class _Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one go; otherwise the kernel waits between them

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        asked = {"method": self.command, "path": self.path, "headers": self.headers.items(), "body": length}
        self.rfile.read(length)
        kind = "text/css" if self.path.endswith(".css") else "text/html; charset=utf-8"
        body = json.dumps({**asked, "filling": _FILLING}).encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *args: object) -> None:
        """Nothing."""


@contextmanager
def running_echo() -> Iterator[int]:
    """The port of such a server, until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Echo) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()
