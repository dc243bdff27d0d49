"""Drawings in two files that only grow: one process writes, any number of others read at the same time.

`drawings` holds the drawings one after another, compressed. `index` has a line of fixed length for each: key, place,
length and checksum. A drawing is written before its line, so that a reader who sees the line finds the drawing; what is
torn or damaged has another checksum and is no drawing. There is no lock for readers, so a slow writer delays nobody.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import stat
import struct
import zlib
from contextlib import ExitStack
from pathlib import Path

from socdom.charts.kept_key import SIZE, program

_LINE = struct.Struct(f"<{SIZE}sQI{SIZE}s")
_MARK = b"socdom-drawings1"
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_FOLDER_MODE, _FILE_MODE = 0o755, 0o644
INDEX, DRAWINGS = "index", "drawings"


# How often this process came about by a fork since the module was read: files are of the process that opened them.
_forks = 0


def _was_forked() -> None:
    global _forks
    _forks += 1


os.register_at_fork(after_in_child=_was_forked)


class Drawings:
    """The drawings in a folder, to read; those that are written later are found too.

    A process that is forked opens the files anew: it may have closed what it does not know. What was read of the index
    stays, and so is shared with the process it was forked from.

    Raises:
        OSError: there are none, or others than the owner of the edition can have written them.
        ValueError: they were drawn by another version of the program.
    """

    def __init__(self, folder: Path, owner: int) -> None:
        """Open the files.

        Args:
            folder: as `drawings_folder` gives it.
            owner: number of the user who owns the edition.
        """
        self._folder, self._owner = folder, owner
        self._lines: dict[bytes, bytes] = {}
        self._read = len(_head())
        self._same: tuple[int, int] | None = None
        self._opened_by = -1
        self._open()

    def __len__(self) -> int:
        self._follow()
        return len(self._lines)

    def get(self, key: bytes) -> str | None:
        """The drawing with a key; None when it is not there, or not as it was written.

        Raises:
            OSError: the files cannot be read any more.
            ValueError: as of the class.
        """
        if self._opened_by != _forks:
            self._open()
        if key not in self._lines:
            self._follow()
        line = self._lines.get(key)
        if line is None:
            return None
        _, place, length, checksum = _LINE.unpack(line)
        # A damaged line may name a place and a length that no file has.
        whole = place + length <= os.fstat(self._drawings).st_size
        packed = os.pread(self._drawings, length, place) if whole else b""
        return zlib.decompress(packed).decode() if _checksum(key, packed) == checksum else None

    def close(self) -> None:
        """Let go of the files."""
        os.close(self._index)
        os.close(self._drawings)

    def _open(self) -> None:
        _require_own(os.stat(self._folder, follow_symlinks=False), self._owner)
        with ExitStack() as opened:
            index = _opened(self._folder / INDEX, self._owner)
            opened.callback(os.close, index)
            drawings = _opened(self._folder / DRAWINGS, self._owner)
            opened.callback(os.close, drawings)
            if os.pread(index, len(_head()), 0) != _head():
                raise ValueError("drawn by another version")
            opened.pop_all()
        file = os.fstat(index)
        if self._same not in (None, (file.st_dev, file.st_ino)):
            self._lines, self._read = {}, len(_head())
        self._same, self._opened_by = (file.st_dev, file.st_ino), _forks
        self._index, self._drawings = index, drawings

    def _follow(self) -> None:
        """Read the lines that came since the last time; of one that is half written the rest comes later."""
        whole = (os.fstat(self._index).st_size - self._read) // _LINE.size * _LINE.size
        if whole <= 0:
            return
        found = os.pread(self._index, whole, self._read)
        for start in range(0, len(found) - _LINE.size + 1, _LINE.size):
            line = found[start : start + _LINE.size]
            self._lines[line[:SIZE]] = line
        self._read += len(found) // _LINE.size * _LINE.size


class DrawingsWriter:
    """The drawings in a folder, to add to; goes on where an earlier writer stopped, however it stopped.

    Raises:
        BlockingIOError: another process is writing here.
        OSError: the folder cannot be written, or is not our own.
    """

    def __init__(self, folder: Path) -> None:
        folder.parent.mkdir(mode=_FOLDER_MODE, exist_ok=True)
        folder.mkdir(mode=_FOLDER_MODE, exist_ok=True)
        _require_own(os.stat(folder, follow_symlinks=False), os.getuid())
        with ExitStack() as opened:
            self._index = _opened(folder / INDEX, os.getuid(), os.O_RDWR | os.O_CREAT)
            opened.callback(os.close, self._index)
            self._drawings = _opened(folder / DRAWINGS, os.getuid(), os.O_RDWR | os.O_CREAT)
            opened.callback(os.close, self._drawings)
            fcntl.flock(self._index, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.pread(self._index, len(_head()), 0) != _head():
                self._begin()
            self._reader = Drawings(folder, os.getuid())
            opened.pop_all()
        lines = os.fstat(self._index).st_size - len(_head())
        self._end_of_index = len(_head()) + lines // _LINE.size * _LINE.size
        self._end_of_drawings = os.fstat(self._drawings).st_size

    def _begin(self) -> None:
        """Nothing of another version stays."""
        os.ftruncate(self._index, 0)
        os.ftruncate(self._drawings, 0)
        os.pwrite(self._index, _head(), 0)

    @property
    def size(self) -> int:
        """Bytes of all drawings."""
        return self._end_of_drawings

    def __len__(self) -> int:
        return len(self._reader)

    def get(self, key: bytes) -> str | None:
        """As of `Drawings`."""
        return self._reader.get(key)

    def put(self, key: bytes, drawing: str) -> None:
        """Add a drawing; of two with the same key the last one counts."""
        packed = zlib.compress(drawing.encode(), 6)
        line = _LINE.pack(key, self._end_of_drawings, len(packed), _checksum(key, packed))
        self._end_of_drawings += os.pwrite(self._drawings, packed, self._end_of_drawings)
        self._end_of_index += os.pwrite(self._index, line, self._end_of_index)

    def close(self) -> None:
        """Let go of the files, and let another process write."""
        self._reader.close()
        os.close(self._index)
        os.close(self._drawings)


def _head() -> bytes:
    return _MARK + program()


def _checksum(key: bytes, packed: bytes) -> bytes:
    """Bound to the key: a drawing in the place of another one is none."""
    return hashlib.blake2b(packed, digest_size=SIZE, key=key).digest()


def _opened(path: Path, owner: int, how: int = os.O_RDONLY) -> int:
    """A file of our own, opened; never what a link leads to."""
    descriptor = os.open(path, how | os.O_NOFOLLOW | os.O_CLOEXEC, _FILE_MODE)
    try:
        _require_own(os.fstat(descriptor), owner)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _require_own(found: os.stat_result, owner: int) -> None:
    """Refuse what somebody else may have written, but for root and ourselves: a drawing goes into a page as it is."""
    if (
        found.st_uid not in (owner, os.getuid(), 0)
        or found.st_mode & _OTHERS_WRITE
        or stat.S_ISLNK(found.st_mode)
    ):
        raise PermissionError("somebody else can write here")
