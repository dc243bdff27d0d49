"""A file that is written whole or not at all: who reads it sees the old one or the new one, also after a crash.

And its checksum, which tells whether it still is what was written.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def put_file(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Put a file in the place of the one there is, with these rights; its folder must be there.

    The content is on the disk before the name is: a machine that loses its power does not leave an empty
    file. What a process that was killed leaves begins with a dot, so it is in no list, page or copy.

    Raises:
        OSError: it cannot be written; what was there stays as it was.
    """
    draft = _draft(path, content, mode)
    try:
        os.replace(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def put_new_file(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Put a file where there is none; as `put_file` for the rest.

    Raises:
        FileExistsError: there is one, which stays as it is.
        OSError: it cannot be written.
    """
    draft = _draft(path, content, mode)
    try:
        os.link(draft, path)  # unlike a change of name it never takes the place of something
    finally:
        draft.unlink(missing_ok=True)


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def in_turn(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; it leaves no file behind, and goes when the process ends in any way."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _draft(path: Path, content: bytes, mode: int) -> Path:
    """The content on the disk, beside the place where it will stand."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name.lstrip('.')}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)
