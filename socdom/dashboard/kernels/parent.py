"""One warm process as the server holds it: start it, order a kernel, hear how kernels end."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from socdom.dashboard.kernels.environment import kernel_environment
from socdom.dashboard.kernels.forked import ForkedProcess
from socdom.dashboard.kernels.orders import LONGEST, Order
from socdom.dashboard.kernels.user import Account

_IN_TIME = 3.0  # seconds in which something is heard while orders wait; many at once are answered in turn
_STARTED = 20.0  # seconds in which a kernel that was forked listens


class WarmParent:
    """A process that forks kernels of one edition.

    Attributes:
        edition: the folder it has read.
        landlock: version of Landlock that holds in it; None until it is warm, 0 where there is none.
        lost: whether it is gone.
        late: how many orders after each other it did not answer in time.
    """

    def __init__(self, edition: Path, private: Path, account: Account | None = None) -> None:
        self.edition = edition
        self.landlock: int | None = None
        self.lost = False
        self.late = 0
        self._orders: dict[str, asyncio.Future[ForkedProcess]] = {}
        self._kernels: dict[int, ForkedProcess] = {}
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.setblocking(False)
        with theirs:
            self._process = _start(theirs, edition, private, account)
        self._loop = asyncio.get_running_loop()
        self._heard_at = self._loop.time()
        self._loop.add_reader(self._socket, self._heard)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def warm(self) -> bool:
        """Whether it can fork."""
        return self.landlock is not None and not self.lost

    @property
    def has_kernels(self) -> bool:
        """Whether a kernel of it still runs; they would end with it."""
        return any(kernel.poll() is None for kernel in self._kernels.values())

    async def fork(self, order: Order) -> ForkedProcess | None:
        """A kernel that one can connect to; None when there was none in time."""
        message = json.dumps(asdict(order)).encode()
        if len(message) > LONGEST:
            return None
        reading, writing = os.pipe()
        kernel = None
        try:
            kernel = await self._forked(order.kernel, message, writing)
            if kernel is None or not await self._listens(reading):
                return None
            listening, kernel = kernel, None
            return listening
        finally:
            os.close(reading)
            if kernel:
                kernel.kill()  # also when the visitor left while it started

    async def _forked(self, number: str, message: bytes, told: int) -> ForkedProcess | None:
        """A process that is to become a kernel; None when the order was not answered in time."""
        answer = self._orders[number] = self._loop.create_future()
        try:
            socket.send_fds(self._socket, [message], [told])
            found = await self._answered(answer)
        except (TimeoutError, OSError):
            self.late += 1
            return None
        finally:
            os.close(told)
            answer.cancel()
            self._orders.pop(number)
        self.late = 0
        return found

    async def _answered(self, answer: asyncio.Future[ForkedProcess]) -> ForkedProcess:
        """The answer to an order, as long as the process goes on answering orders.

        Raises:
            TimeoutError: it does not.
        """
        asked = self._loop.time()
        while not answer.done():
            left = max(asked, self._heard_at) + _IN_TIME - self._loop.time()
            if left <= 0:
                raise TimeoutError
            await asyncio.wait([answer], timeout=left)
        return answer.result()

    async def _listens(self, reading: int) -> bool:
        """Whether the kernel says that one can connect; it also answers by ending."""
        said = self._loop.create_future()

        def hear() -> None:
            if not said.done():
                said.set_result(os.read(reading, 1))

        self._loop.add_reader(reading, hear)
        try:
            return bool(await asyncio.wait_for(said, _STARTED))
        except TimeoutError:
            return False
        finally:
            self._loop.remove_reader(reading)

    def _heard(self) -> None:
        """Read all that the process has said."""
        with suppress(BlockingIOError):
            while not self.lost:
                try:
                    message, files, _, _ = socket.recv_fds(self._socket, LONGEST, 1)
                except ConnectionError:
                    message = b""
                if not message:
                    self._gone()
                    return
                self._answer(json.loads(message), *files)

    def _answer(self, said: dict[str, Any], *files: int) -> None:
        self._heard_at = self._loop.time()
        match said:
            case {"warm": version}:
                self.landlock = version
            case {"kernel": kernel, "pid": pid}:
                process = self._kernels[pid] = ForkedProcess(pid, *files)
                order = self._orders.get(kernel)
                if order is None or order.done():
                    process.kill()  # too late: the visitor has another one
                else:
                    order.set_result(process)
            case {"ended": pid, "code": code}:
                if pid in self._kernels:
                    self._kernels.pop(pid).code = code

    def _gone(self) -> None:
        self.lost = True
        self._loop.remove_reader(self._socket)
        for order in self._orders.values():
            if not order.done():
                order.set_exception(ConnectionError())

    def end(self) -> None:
        """End the process, and every kernel of it."""
        if not self.lost:
            self._gone()
        self._socket.close()
        self._process.kill()
        self._process.wait()


def _start(theirs: socket.socket, edition: Path, private: Path, account: Account | None) -> Any:
    command = [sys.executable, "-P", "-m", "socdom.dashboard.kernels.warm"]
    return subprocess.Popen(
        [*command, str(theirs.fileno()), str(private), str(int(account is not None))],
        env=kernel_environment(os.environ, edition, private),
        cwd=edition,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=[theirs.fileno()],
        start_new_session=True,
        **(account.popen() if account else {}),
    )
