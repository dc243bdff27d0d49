"""The connection between a page and its kernel: one, of its owner, with what a page may say and hear."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from contextlib import suppress
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.ioloop import IOLoop
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError

from socdom.dashboard.serving.guard import KERNEL
from socdom.dashboard.serving.messages import HEARD, checked, kind_of
from socdom.dashboard.serving.owners import owner_of, shown_key

PROTOCOL = "v1.kernel.websocket.jupyter.org"
MOST_MESSAGES, IN_SECONDS = 100, 10.0
MOST_UNSENT = 4 * 1024 * 1024  # bytes that wait for a page that does not read
_SESSION = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TOO_MUCH = 1008  # "policy violation", of the websocket protocol


class KernelSocket(KernelWebsocketHandler):
    """jupyter_server's connection, in one framing, for the owner of the kernel; the kernel ends with it.

    Not Voilà's: that one reads the head of a binary message as if it were in our framing (D3 of `voila_patches`).
    """

    resource = KERNEL

    def initialize(self) -> None:
        self._times: deque[float] = deque(maxlen=MOST_MESSAGES)
        self._unsent = 0

    async def pre_get(self) -> None:
        # The whole name, as the server itself compares it: of a longer name that holds it the older framing is used.
        asked = [name.strip() for name in self.request.headers.get("Sec-WebSocket-Protocol", "").split(",")]
        if PROTOCOL not in asked or not _SESSION.fullmatch(self.get_argument("session_id", "")):
            raise HTTPError(400)
        owner = owner_of(self.kernel_manager, self.kernel_id, self.current_user.username, shown_key(asked))
        if owner.connected:
            raise HTTPError(404)
        owner.connected = True
        owner.disconnect = self.cut
        await super().pre_get()

    def on_message(self, message: str | bytes) -> None:
        """Pass on what our page says; anything else does not arrive."""
        now = IOLoop.current().time()
        if len(self._times) == MOST_MESSAGES and now - self._times[0] < IN_SECONDS:
            self.close(_TOO_MUCH)
            return
        self._times.append(now)
        passed = checked(message) if isinstance(message, bytes) else None
        if passed is not None and self.connection is not None:
            super().on_message(passed)

    def write_message(self, message: bytes | dict[str, Any] | str, binary: bool = False) -> Any:
        """Tell the page what it may hear; a page that does not read loses its connection."""
        if not isinstance(message, bytes) or kind_of(message) not in HEARD or self.ws_connection is None:
            return None
        if self._unsent > MOST_UNSENT:
            self.ws_connection.stream.close()
            return None
        try:
            sent = super().write_message(message, binary)
        except WebSocketClosedError:
            return None
        self._unsent += len(message)
        sent.add_done_callback(lambda done: self._was_sent(done, len(message)))
        return sent

    def _was_sent(self, done: asyncio.Future[None], size: int) -> None:
        self._unsent -= size
        if not done.cancelled():
            done.exception()  # the page is gone; that is no news

    def cut(self) -> None:
        """End the connection from our side, at once."""
        if self.ws_connection is not None:
            self.close(_TOO_MUCH)

    def on_close(self) -> None:
        """The page is gone, so its kernel has nobody left."""
        super().on_close()
        IOLoop.current().add_callback(end_kernel, self.kernel_manager, self.kernel_id)


async def end_kernel(kernels: Any, kernel_id: str) -> None:
    """End a kernel, if it is still there."""
    with suppress(HTTPError, KeyError):
        await ensure_async(kernels.shutdown_kernel(kernel_id, now=True))
