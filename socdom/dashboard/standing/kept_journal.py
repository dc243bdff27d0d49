"""The journal of the schedule, read again only when it is another file: pages ask for it at every request."""

from __future__ import annotations

from pathlib import Path

from socdom.schedule.journal import JOURNAL, Journal, read_journal


class KeptJournal:
    """The journal as it is now; an empty one while there is none.

    The job puts a new one in its place at once, so it is another file then: its time, size or number differs.
    """

    def __init__(self, folder: Path) -> None:
        """Args: folder: `beheer/<gemeente>`."""
        self._folder = folder
        self._seen: tuple[int, int, int] | None = None
        self._journal = Journal()

    def __call__(self) -> Journal:
        """The journal."""
        seen = self._mark()
        if seen != self._seen:
            self._journal, self._seen = read_journal(self._folder), seen
        return self._journal

    def _mark(self) -> tuple[int, int, int] | None:
        try:
            found = (self._folder / JOURNAL).stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino
