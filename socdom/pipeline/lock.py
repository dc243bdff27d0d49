"""One run at a time per municipality."""

from __future__ import annotations

import fcntl
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from socdom.errors import EditionError, Fault

# `rendered/.terugzetten/<gemeente>` says that a copy is being put back: until that is done nothing may run.
PUTTING_BACK = ".terugzetten"
LOCK_FILE = ".bezig"
_LOCKS = Path("/proc/locks")


@contextmanager
def exclusive(home: Path, *, putting_back: bool = False) -> Iterator[None]:
    """Hold the lock of a municipality's editions; their folder is made when it is not there.

    The operating system releases it when the process ends in any way, so a crash cannot leave it behind.

    Args:
        putting_back: whether it is to put a copy back, which also may finish what was broken off.

    Raises:
        EditionError: another run is busy, or putting a copy back was broken off.
    """
    home.mkdir(parents=True, exist_ok=True)
    with (home / LOCK_FILE).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise EditionError(
                "socdom is al bezig voor deze gemeente. Wacht tot dat klaar is en probeer het opnieuw."
            ) from None
        if not putting_back and (home.parent / PUTTING_BACK / home.name).exists():
            rule = "het terugzetten van een reservekopie is niet afgemaakt"
            remedy = "Draai socdom restore opnieuw met dezelfde reservekopie."
            raise EditionError(Fault(home.name, rule, remedy=remedy))
        yield


def is_held(home: Path) -> bool:
    """Whether a run holds the lock now; told by the system, without taking it, so that a run never finds it taken."""
    try:
        inode = (home / LOCK_FILE).stat().st_ino
        held = _LOCKS.read_text(encoding="ascii")
    except OSError:
        return False
    return re.search(rf" FLOCK .*:{inode} ", held) is not None


def last_held(home: Path) -> datetime | None:
    """When the lock was last asked for, which every run does first; None when it never was."""
    try:
        return datetime.fromtimestamp((home / LOCK_FILE).stat().st_mtime, UTC)
    except OSError:
        return None
