"""Tell who started the server that it answers, and now and then that it is still alive.

systemd hears it (`Type=notify`, `WatchdogSec`); it starts a server that went silent again. Started in any other way
there is nobody to tell. Source: sd_notify(3), sd_watchdog_enabled(3).
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping, MutableMapping
from contextlib import suppress

READY, ALIVE = "READY=1", "WATCHDOG=1"
_SOCKET, _PATIENCE, _WHOM = "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"


class Notifier:
    """Who is to be told, taken out of the environment: nothing that the server starts may speak for it.

    Attributes:
        every: milliseconds between two signs of life; 0 when nobody waits for one.
    """

    def __init__(self, environ: MutableMapping[str, str] | None = None) -> None:
        environ = os.environ if environ is None else environ
        self.every = _half_of_patience(environ)
        address = environ.pop(_SOCKET, "")
        for name in (_PATIENCE, _WHOM):
            environ.pop(name, None)
        # An address that begins with @ has no file: the system writes that as a zero byte.
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    def tell(self, said: str) -> None:
        """Say READY or ALIVE; a listener that is gone is no fault of the server."""
        if self._address:
            with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
                line.setblocking(False)
                line.sendto(said.encode(), self._address)


def _half_of_patience(environ: Mapping[str, str]) -> int:
    meant_for_us = environ.get(_WHOM, str(os.getpid())) == str(os.getpid())
    microseconds = environ.get(_PATIENCE, "")
    return int(microseconds) // 2000 if meant_for_us and microseconds.isdecimal() else 0
