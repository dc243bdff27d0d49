"""Counts in memory, which are written now and then: a page never waits for a disk, and no fault of it is seen there."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from threading import Lock

from socdom.usage.cells import DEVICE, Act, Answer, Cell, Counts, Device
from socdom.usage.store import add, thin


class UsageCounter:
    """Counts what is done.

    Args:
        folder: where it is kept, `beheer/<gemeente>/gebruik`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._counts: Counts = Counter()
        self._thinned: date | None = None
        self._lock = Lock()

    def act(self, day: date, act: Act, name: str, device: Device) -> None:
        """Something was done; the device is counted of pages that were seen, and apart from the page.

        Args:
            name: the page, or the kind of download.
        """
        with self._lock:
            self._counts[Cell(day.isoformat(), act, name)] += 1
            if act is Act.SEEN:
                self._counts[Cell(day.isoformat(), DEVICE, device)] += 1

    def answer(self, day: date, answer: Answer, page: str) -> None:
        """Somebody said whether a page was clear; of that the day is not kept."""
        with self._lock:
            self._counts[Cell(day.isoformat()[:7], answer, page)] += 1

    def write(self, today: date) -> None:
        """Add what was counted to what is kept; may be called from another thread than the one that counts.

        Raises:
            OSError: it cannot be written now. Nothing is lost: it goes along the next time.
        """
        with self._lock:
            taken, self._counts = self._counts, Counter()
        try:
            if taken:
                add(self._folder, taken)
            if self._thinned != today:
                thin(self._folder, today)
                self._thinned = today
        finally:
            with self._lock:
                self._counts.update(taken)
