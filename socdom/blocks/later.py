"""Pieces of a page that may come later than the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any


class Block:
    """A piece of a page: there at once, or made in steps when asked for and then kept.

    Attributes:
        html: what to show now; until the last step a light form, without charts and tables.
    """

    def __init__(
        self,
        html: str,
        parts: Sequence[Callable[[], Any]] = (),
        join: Callable[[Sequence[Any]], str] = "".join,
    ) -> None:
        """A block that is there, or with `parts` one that is still to be made.

        Args:
            html: the block, or its light form.
            parts: each makes a part, in order.
            join: the block of all parts.
        """
        self.html = html
        self._parts = list(parts)
        self._join = join
        self._made: list[Any] = []

    @property
    def waits(self) -> bool:
        """Whether there is still something to make."""
        return len(self._made) < len(self._parts)

    def step(self) -> None:
        """Make the next part; one that goes wrong is tried again the next time."""
        self._made.append(self._parts[len(self._made)]())
        if not self.waits:
            self.html = self._join(self._made)

    def finish(self) -> str:
        """The whole block."""
        while self.waits:
            self.step()
        return self.html
