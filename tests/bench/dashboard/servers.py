"""Servers in processes of their own: the dashboard, the apps beside it, and a plain server of files."""

from __future__ import annotations

import asyncio
import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[3]
_PATIENCE = 120.0
# At rest: three looks in a row with less than a twentieth of a core.
_LOOK, _QUIET, _IDLE = 0.5, 3, 0.05
_LEAST = 19  # of a process that gives way
_ENDS_WITH_PARENT, _SUBREAPER = 1, 36  # PR_SET_PDEATHSIG and PR_SET_CHILD_SUBREAPER of Linux


@dataclass(frozen=True)
class Server:
    """A server that runs.

    Attributes:
        port: where it listens, on this machine only.
        keeper: number of the process that started it and takes in what it leaves behind.
        log: what it printed.
    """

    port: int
    keeper: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def processes(self) -> list[psutil.Process]:
        """The server and everything it started, also what has let go of it."""
        return psutil.Process(self.keeper).children(recursive=True)

    def busy(self) -> float:
        """Seconds of the processor that its processes have used, but for what gives way to everything else."""
        return sum(map(_used, self.processes()))

    async def rest(self, patience: float = _PATIENCE) -> float:
        """Wait until the server has nothing to do, as between two visitors; returns the seconds it took.

        Args:
            patience: seconds after which it is enough.
        """
        start, quiet, used = time.monotonic(), 0, self.busy()
        while quiet < _QUIET and time.monotonic() - start < patience:
            await asyncio.sleep(_LOOK)
            before, used = used, self.busy()
            quiet = quiet + 1 if used - before < _IDLE * _LOOK else 0
        return time.monotonic() - start

    def megabytes(self) -> float:
        """Memory of all its processes; what they share counts once (PSS)."""
        return sum(map(_pss, self.processes())) / 2**20


@contextmanager
def running(
    command: Sequence[str], folder: Path, ready: str = "", port: int | None = None, **variables: str
) -> Iterator[Server]:
    """A server until the block ends.

    Args:
        command: what starts it; "PORT" stands for the port.
        folder: where it keeps what it needs.
        ready: path that is asked for until it answers.
        port: where; one that is free when None.
        variables: of its environment, besides our own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    port = port or free_port()
    log = folder / "server.log"
    words = [word.replace("PORT", str(port)) for word in command]
    with log.open("wb") as output:
        keeper = subprocess.Popen(
            [sys.executable, "-m", __name__, *words],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(port, keeper.pid, log)
    try:
        _wait(server, ready)
        yield server
    finally:
        _end(server, keeper)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(server: Server, path: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and psutil.pid_exists(server.keeper):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=_PATIENCE)
        try:
            connection.request("GET", f"/{path}")
            if connection.getresponse().status < 400:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    raise RuntimeError(f"a server does not start; see {server.log}")


def _end(server: Server, keeper: subprocess.Popen[bytes]) -> None:
    """End everything that the server started: kindly, and what stays then for good."""
    started = server.processes() if keeper.poll() is None else []
    for end in (psutil.Process.terminate, psutil.Process.kill):
        for process in started:
            try:
                end(process)
            except psutil.NoSuchProcess:
                continue
        _, started = psutil.wait_procs(started, timeout=15)
    keeper.kill()
    keeper.wait()


def _used(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
        return 0.0 if process.nice() >= _LEAST else times.user + times.system
    except psutil.NoSuchProcess:
        return 0.0


def _pss(process: psutil.Process) -> int:
    try:
        return process.memory_full_info().pss
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0


def _keep(command: list[str]) -> None:
    """The keeper: starts the server, and is the parent of what the server leaves behind."""
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl(_SUBREAPER, 1, 0, 0, 0)
    prctl(_ENDS_WITH_PARENT, signal.SIGTERM, 0, 0, 0)
    signal.signal(signal.SIGTERM, lambda *_: _end_all())
    # What ends is cleared away at once, so that it does not count as a process.
    signal.signal(signal.SIGCHLD, lambda *_: _clear())
    subprocess.Popen(command)
    while True:
        signal.pause()


def _end_all() -> None:
    """When the bench is ended halfway, no server stays."""
    for process in psutil.Process().children(recursive=True):
        process.kill()
    sys.exit()


def _clear() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        sys.exit("the server has ended")


if __name__ == "__main__":
    _keep(sys.argv[1:])
