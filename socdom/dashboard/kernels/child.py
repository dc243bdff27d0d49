"""What happens in a process right after it was forked: it forgets its parent and becomes a kernel."""

from __future__ import annotations

import gc
import os
import random
import signal
import tempfile
import time
from pathlib import Path

import numpy as np

from socdom.dashboard.kernels.orders import Order
from socdom.dashboard.kernels.page_kernel import start_kernel
from socdom.dashboard.kernels.process import KERNEL_NAME, end_with_parent, name_process
from socdom.dashboard.kernels.surroundings import shut_in

_LISTENING = b"1"


def become_kernel(order: Order, parent: int, told: int) -> None:
    """Run as a kernel; returns when it was asked to end.

    Args:
        parent: number of the process it was forked from.
        told: a pipe to the server, which hears on it that one can connect.
    """
    end_with_parent(parent)
    os.setsid()
    name_process(KERNEL_NAME)
    told = _only_keep(told)
    os.environ.clear()
    os.environ.update(order.environment)
    time.tzset()
    tempfile.tempdir = None
    os.chdir(order.edition)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    random.seed()
    np.random.seed()
    shut_in(Path(order.edition), Path(order.connection_file).parent)
    gc.enable()

    def listening() -> None:
        os.write(told, _LISTENING)
        os.close(told)

    start_kernel(Path(order.connection_file), listening).start()


def _only_keep(told: int) -> int:
    """Close every other open file, also those of the parent's sockets; returns the new number of the pipe."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    kept = os.dup2(told, 3) if told != 3 else told
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.closerange(4, os.sysconf("SC_OPEN_MAX"))
    return kept
