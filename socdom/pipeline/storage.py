"""A disk that cannot be written on, told in plain words."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from socdom.errors import Fault, StorageError

_FULL = ("de schijf is vol", "Maak ruimte vrij en probeer het opnieuw.")
_CLOSED = ("hier mag socdom niet schrijven", "Geef schrijfrechten of kies een andere map.")
_UNREADABLE = ("dit bestand mag socdom niet lezen", "Geef leesrechten.")
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _CLOSED,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
}


def standing_part(folder: Path) -> Path:
    """The folder, or as much of its path as is there: what disk it is on, or will be."""
    return next(part for part in (folder, *folder.parents) if part.exists())


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Tell in Dutch that writing failed; other faults of the system pass.

    Args:
        folder: what the block writes to, to name where the system names no file.

    Raises:
        StorageError: the disk is full, or the user may not write there.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in _REASONS:
            raise
        reason, remedy = _REASONS[error.errno]
        if error.filename and os.path.isfile(error.filename) and not os.access(error.filename, os.R_OK):
            reason, remedy = _UNREADABLE
        raise StorageError(Fault(str(error.filename or folder), reason, remedy=remedy)) from None
