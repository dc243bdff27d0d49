"""A forked kernel as the server holds it: not its child, so by a file of the process, which is never another one."""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress


class ForkedProcess:
    """A process that somebody else forked, with the methods of `subprocess.Popen` that jupyter_client asks.

    A number can go to another process when this one has ended; the file cannot.

    Attributes:
        pid: its number, for who reads.
        code: how it ended, when the parent told; negative is a signal.
    """

    stdin = stdout = stderr = None
    _UNKNOWN = -signal.SIGKILL  # it went with its parent, who told nothing

    def __init__(self, pid: int, file: int) -> None:
        self.pid = pid
        self.code: int | None = None
        self._file = file

    def poll(self) -> int | None:
        """None while it runs, otherwise how it ended."""
        if self._file >= 0:
            if not _readable(self._file, 0):
                return None
            self.close()
        return self._UNKNOWN if self.code is None else self.code

    def wait(self, timeout: float | None = None) -> int | None:
        """The same, after it ended or the time (seconds) is over."""
        if self._file >= 0:
            _readable(self._file, timeout)
        return self.poll()

    def send_signal(self, signum: int) -> None:
        """Send a signal, unless it has ended."""
        if self._file >= 0:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._file, signum)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def close(self) -> None:
        """Let go of the file."""
        file, self._file = self._file, -1
        if file >= 0:
            os.close(file)

    def __del__(self) -> None:
        self.close()


def _readable(file: int, seconds: float | None) -> bool:
    waiting = select.poll()
    waiting.register(file, select.POLLIN)
    return bool(waiting.poll(None if seconds is None else int(seconds * 1000)))
