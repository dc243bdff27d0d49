"""The temporary folder in which documents are made, named after its process.

A run that is killed cannot remove its folder. By the number in the name the next run knows that nobody uses it.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "socdom-"
_NAME = re.compile(rf"{_PREFIX}(\d+)-.*")


@contextmanager
def workspace() -> Iterator[Path]:
    """A folder for the time of a block; those that killed runs of this user left go first."""
    _sweep()
    prefix = f"{_PREFIX}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as name:
        yield Path(name)


def _sweep() -> None:
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        match = _NAME.fullmatch(path.name)
        with suppress(OSError):
            told = path.lstat()
            if match and told.st_uid == os.geteuid() and path.is_dir() and not _is_running(int(match[1])):
                shutil.rmtree(path, ignore_errors=True)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True
