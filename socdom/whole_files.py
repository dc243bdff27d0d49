"""A file that is written whole or not at all: who reads it sees the old one or the new one, also after a crash.

And its checksum, which tells whether it still is what was written.
"""

from __future__ import annotations

import fcntl
import glob
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def put_file(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Put a file in the place of the one there is, with these rights; its folder must be there.

    The content is on the disk before the name is: a machine that loses its power does not leave an empty
    file. What a process that was killed leaves begins with a dot, so it is in no list, page or copy, and goes when the
    file is written again.

    Raises:
        OSError: it cannot be written; what was there stays as it was.
    """
    with _draft(path, content, mode) as draft:
        os.replace(draft, path)


def put_new_file(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Put a file where there is none; as `put_file` for the rest.

    Raises:
        FileExistsError: there is one, which stays as it is.
        OSError: it cannot be written.
    """
    with _draft(path, content, mode) as draft:
        os.link(draft, path)  # unlike a change of name it never takes the place of something


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


@contextmanager
def _draft(path: Path, content: bytes, mode: int) -> Iterator[Path]:
    """The content on the disk, beside the place where it will stand; gone at the end where it still has that name."""
    _drop_abandoned(path)
    handle, name = _locked_draft(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            os.chmod(name, mode)
            yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _locked_draft(path: Path) -> tuple[int, str]:
    """A new file with a lock, that tells it from what a process that is no more left behind."""
    while True:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=_prefix(path))
        fcntl.flock(handle, fcntl.LOCK_EX)
        if os.fstat(handle).st_nlink:
            return handle, name
        os.close(handle)  # somebody took it for abandoned before it had its lock


def _drop_abandoned(path: Path) -> None:
    for draft in path.parent.glob(f"{glob.escape(_prefix(path))}{'[a-z0-9_]' * 8}"):
        try:
            handle = os.open(draft, os.O_RDONLY | os.O_NOFOLLOW)
        except OSError:  # it went, or belongs to another user
            continue
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            draft.unlink(missing_ok=True)
        except OSError:  # it is being written
            continue
        finally:
            os.close(handle)


def _prefix(path: Path) -> str:
    return f".{path.name.lstrip('.')}-"
