"""How much of the machine a kernel may take: its share is small, and it is the first to go."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_MEGABYTE = 1 << 20
ADDRESS_SPACE = 2048 * _MEGABYTE  # far more than a page takes; what runs wild ends itself and not the machine
FILE_SIZE = 16 * _MEGABYTE
OPEN_FILES = 256
# Threads count as well, and all kernels of the user together; so only for a user who runs nothing else.
PROCESSES = 4096
_NICE = 5  # the server answers first
_END_ME_FIRST = 500  # of 1000: when memory runs out the system ends a kernel and not the server


def set_limits(*, own_user: bool) -> None:
    """Limit this process and what it starts; what the system does not know or refuses is passed over.

    Args:
        own_user: whether it runs as a user who has nothing but kernels.
    """
    with suppress(ImportError):
        import resource

        wanted = {
            resource.RLIMIT_AS: ADDRESS_SPACE,
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_FSIZE: FILE_SIZE,
            resource.RLIMIT_NOFILE: OPEN_FILES,
        }
        if own_user:
            wanted[resource.RLIMIT_NPROC] = PROCESSES
        for kind, most in wanted.items():
            _limit(resource, kind, most)
    with suppress(OSError, AttributeError):
        os.nice(_NICE)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(str(_END_ME_FIRST))


def _limit(resource: object, kind: int, most: int) -> None:
    with suppress(OSError, ValueError):
        _, hard = resource.getrlimit(kind)  # type: ignore[attr-defined]
        allowed = most if hard < 0 else min(most, hard)
        resource.setrlimit(kind, (allowed, allowed))  # type: ignore[attr-defined]
