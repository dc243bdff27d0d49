"""The warm processes of a server: one that forks, one that is coming, those that leave when their kernels are gone."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from socdom.dashboard.kernels.forked import ForkedProcess
from socdom.dashboard.kernels.orders import Order
from socdom.dashboard.kernels.parent import WarmParent
from socdom.dashboard.kernels.user import Account

_LOOK = 1.0  # seconds
_TOO_OFTEN_LATE = 3
_LONGEST_REST = 60  # seconds between two that fail


def can_fork() -> bool:
    """Whether this system has what is needed: Linux 5.4 or newer."""
    return hasattr(os, "fork") and hasattr(os, "pidfd_open")


class WarmParents:
    """Keeps a warm process for the edition that is served.

    Attributes:
        edition: gives the folder of the current edition.
        current: forks now; None while there is none.
        coming: is being prepared.
        leaving: forked for pages that are still open.
    """

    def __init__(self, edition: Callable[[], Path], private: Path, account: Account | None = None) -> None:
        self.edition = edition
        self.current: WarmParent | None = None
        self.coming: WarmParent | None = None
        self.leaving: list[WarmParent] = []
        self._private = private
        self._account = account
        self._failed = 0
        self._rest = 0.0
        self._watch: asyncio.Task[None] | None = None

    @property
    def landlock(self) -> int | None:
        """Version of Landlock that holds for kernels; 0 where there is none, None while no process is warm."""
        return self.current.landlock if self.current else None

    def start(self) -> None:
        """Begin to prepare and to watch; returns at once. Needs a running event loop."""
        if can_fork() and self._watch is None:
            self._watch = asyncio.get_running_loop().create_task(self._look_often())

    async def fork(self, order: Order) -> ForkedProcess | None:
        """A kernel of the edition that is asked for; None when an ordinary one must do."""
        parent = self.current
        if parent is None or not parent.warm or parent.edition != Path(order.edition):
            return None
        return await parent.fork(order)

    async def _look_often(self) -> None:
        while True:
            self.look()
            await asyncio.sleep(_LOOK)

    def look(self) -> None:
        """See how all stand, and do what follows from it."""
        self._part_with_current()
        self._take_over()
        self._prepare()
        for parent in [parent for parent in self.leaving if parent.lost or not parent.has_kernels]:
            self.leaving.remove(parent)
            parent.end()

    def _part_with_current(self) -> None:
        if self.current and (self.current.lost or self.current.late >= _TOO_OFTEN_LATE):
            self.leaving.append(self.current)
            self.current = None

    def _take_over(self) -> None:
        """Let the one that is coming do the work once it is warm; count when it is lost."""
        if self.coming and self.coming.warm:
            if self.current:
                self.leaving.append(self.current)
            self.current, self.coming, self._failed = self.coming, None, 0
        elif self.coming and self.coming.lost:
            self.coming.end()
            self.coming = None
            self._failed += 1
            self._rest = asyncio.get_running_loop().time() + min(2**self._failed, _LONGEST_REST)

    def _prepare(self) -> None:
        """Begin with a new one when there is none for the current edition."""
        edition = self.edition()
        if self.coming and self.coming.edition != edition:
            self.coming.end()
            self.coming = None
        served = self.current.edition if self.current else None
        if self.coming or served == edition or not edition.is_dir():
            return
        if asyncio.get_running_loop().time() >= self._rest:
            with suppress(OSError):
                self.coming = WarmParent(edition, self._private, self._account)

    def end(self) -> None:
        """End all of them, with their kernels."""
        if self._watch:
            self._watch.cancel()
        for parent in (self.current, self.coming, *self.leaving):
            if parent:
                parent.end()
        self.current, self.coming, self.leaving = None, None, []
