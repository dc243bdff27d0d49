"""The warm process: prepares once, then forks a kernel for each order it gets. Started by the server only.

    python -m socdom.dashboard.kernels.warm <socket> <private folder> <own user: 0 or 1>

It has one thread and no event loop, as a process that forks should. It ends when the server closes the socket, or is
gone; every kernel ends with it.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

from socdom.dashboard.kernels.environment import EDITION_VARIABLE
from socdom.dashboard.kernels.limits import set_limits
from socdom.dashboard.kernels.orders import LONGEST, Order
from socdom.dashboard.kernels.process import PARENT_NAME, name_process, threads


def main(arguments: list[str]) -> None:
    """Prepare, tell the server, and fork until the server is gone."""
    number, private, own_user = arguments
    name_process(PARENT_NAME)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    set_limits(own_user=own_user == "1")
    gc.disable()
    edition = Path(os.environ[EDITION_VARIABLE])
    # Only now, under the limits.
    from socdom.dashboard.kernels.preparing import prepare
    from socdom.dashboard.kernels.surroundings import shut_in

    prepare(edition, Path(private))
    if threads() > 1:
        sys.exit(1)
    server = socket.socket(fileno=int(number))
    server.setblocking(True)
    _tell(server, {"warm": shut_in(edition, Path(private))})
    Forking(server).run()
    os._exit(0)


class Forking:
    """Forks for orders, and tells how each kernel ended.

    Attributes:
        kernels: file of the kernel process → its number.
    """

    def __init__(self, server: socket.socket) -> None:
        self._server = server
        self.kernels: dict[int, int] = {}

    def run(self) -> None:
        """Until the server is gone."""
        waiting = select.poll()
        waiting.register(self._server, select.POLLIN)
        while True:
            for ready, _ in waiting.poll():
                if ready != self._server.fileno():
                    waiting.unregister(ready)
                    self._ended(ready)
                    continue
                message, files, _, _ = socket.recv_fds(self._server, LONGEST, 1)
                if not message:
                    return
                process = self._fork(json.loads(message), *files)
                waiting.register(process, select.POLLIN)

    def _fork(self, order: dict[str, Any], told: int) -> int:
        parent = os.getpid()
        child = os.fork()
        if not child:
            _run(order, parent, told, self._server)
        os.close(told)
        process = os.pidfd_open(child)
        self.kernels[process] = child
        _tell(self._server, {"kernel": order["kernel"], "pid": child}, process)
        return process

    def _ended(self, process: int) -> None:
        child = self.kernels.pop(process)
        _, status = os.waitpid(child, 0)
        os.close(process)
        _tell(self._server, {"ended": child, "code": os.waitstatus_to_exitcode(status)})


def _run(order: dict[str, Any], parent: int, told: int, server: socket.socket) -> NoReturn:
    from socdom.dashboard.kernels.child import become_kernel

    try:
        server.detach()
        become_kernel(Order(**order), parent, told)
    finally:
        # Whatever happened, nothing of the parent may run here: no handler, no message, no flush.
        os._exit(0)


def _tell(server: socket.socket, message: dict[str, Any], *files: int) -> None:
    socket.send_fds(server, [json.dumps(message).encode()], list(files))


if __name__ == "__main__":
    main(sys.argv[1:])
