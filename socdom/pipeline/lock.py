"""One run at a time per municipality."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from socdom.errors import EditionError


@contextmanager
def exclusive(home: Path) -> Iterator[None]:
    """Hold the lock of a municipality's editions; their folder is made when it is not there.

    The operating system releases it when the process ends in any way, so a crash cannot leave it behind.

    Raises:
        EditionError: another run is busy.
    """
    home.mkdir(parents=True, exist_ok=True)
    with (home / ".bezig").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise EditionError(
                "socdom is al bezig voor deze gemeente. Wacht tot dat klaar is en probeer het opnieuw."
            ) from None
        yield
