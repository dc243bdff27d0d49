"""How many kernels one visitor may have, and how often one may start: so that nobody takes the room of all others.

A visitor without a name is an address. A whole town hall may have one address, and behind a proxy everybody has; so for
an address there is room for a full council. The limit for all together is of `PageKernels`.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from tornado.web import HTTPError

AT_ONCE, PER_MINUTE = 50, 200
_MINUTE = 60.0


class Visits:
    """Counts per visitor.

    Args:
        owned: gives, for each kernel there is, the visitor it is for.
        at_once: kernels of one visitor.
        per_minute: starts of one visitor.
        clock: seconds.
    """

    def __init__(
        self,
        owned: Callable[[], Iterable[str]],
        *,
        at_once: int = AT_ONCE,
        per_minute: int = PER_MINUTE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._owned = owned
        self._at_once = at_once
        self._per_minute = per_minute
        self._clock = clock
        self._starting: Counter[str] = Counter()
        self._started: dict[str, deque[float]] = {}

    @contextmanager
    def start(self, visitor: str) -> Iterator[Callable[[], None]]:
        """A start by a visitor, for as long as it takes; gives what to call as soon as the kernel is among the owned.

        Raises:
            HTTPError: 429, too many at once or too often.
        """
        self._forget()
        started = self._started.setdefault(visitor, deque())
        has = self._starting[visitor] + sum(owner == visitor for owner in self._owned())
        if has >= self._at_once or len(started) >= self._per_minute:
            raise HTTPError(429)
        started.append(self._clock())
        coming = [visitor]
        self._starting[visitor] += 1

        def is_owned() -> None:
            # From here on it is counted as a kernel, and not once more as one that comes.
            self._starting.subtract(coming)
            coming.clear()

        try:
            yield is_owned
        finally:
            is_owned()

    def _forget(self) -> None:
        """Nothing older than a minute is known of anybody."""
        before = self._clock() - _MINUTE
        for visitor, started in list(self._started.items()):
            while started and started[0] <= before:
                started.popleft()
            if not started:
                del self._started[visitor]
        self._starting += Counter()  # leaves out who has none
