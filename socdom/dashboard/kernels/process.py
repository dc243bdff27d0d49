"""Small requests of a process to Linux about itself; elsewhere they do nothing."""

from __future__ import annotations

import ctypes
import os
import signal
from pathlib import Path

KERNEL_NAME, PARENT_NAME = "socdom-kernel", "socdom-warm"
_SET_PDEATHSIG, _SET_NAME = 1, 15  # prctl


def name_process(name: str) -> None:
    """The name that `ps` and `top` show; at most fifteen characters."""
    _prctl(_SET_NAME, ctypes.c_char_p(name.encode()))


def end_with_parent(parent: int) -> None:
    """Let the system end this process at the moment its parent is gone, however that ended.

    Args:
        parent: number of the parent; it may have ended before the system knew.
    """
    _prctl(_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL))
    if os.getppid() != parent:
        os._exit(1)


def threads() -> int:
    """How many threads this process has, those of libraries too; 1 where that cannot be seen."""
    try:
        return len(list(Path("/proc/self/task").iterdir()))
    except OSError:
        return 1


def _prctl(option: int, value: object) -> None:
    library = ctypes.CDLL(None)
    if hasattr(library, "prctl"):
        library.prctl(option, value, 0, 0, 0)
