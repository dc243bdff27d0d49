"""Pieces of a page of which a part may come later: what is folded is made when somebody unfolds it."""

from __future__ import annotations

from collections.abc import Callable, Mapping


class Block:
    """A piece of a page: there at once, or with parts that are made when asked for and then kept.

    Attributes:
        html: what to show now; until all parts are made a light form, with the place of each part but without it.
    """

    def __init__(
        self,
        html: str,
        parts: Mapping[str, Callable[[], str]] | None = None,
        join: Callable[[Mapping[str, str]], str] = lambda made: "".join(made.values()),
    ) -> None:
        """A block that is there, or with `parts` one that is still to be made.

        Args:
            html: the block, or its light form.
            parts: id of a `<details>` in the light form → what makes its content, in the order of the page.
            join: the whole block of the content of all parts, by id and in their order.
        """
        self.html = html
        self._parts = dict(parts or {})
        self._join = join
        self._made: dict[str, str] = {}

    @property
    def parts(self) -> tuple[str, ...]:
        """Ids of all parts, in the order of the page; none for a block that is whole from the start."""
        return tuple(self._parts)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Ids of the parts that are not made yet, in the order of the page."""
        return tuple(name for name in self._parts if name not in self._made)

    def make(self, name: str) -> str:
        """HTML of the content of one part; one that goes wrong is tried again the next time.

        Raises:
            KeyError: the block has no such part.
        """
        if name not in self._made:
            self._made[name] = self._parts[name]()
            if not self.waiting:
                self.html = self._join({part: self._made[part] for part in self._parts})
        return self._made[name]

    def finish(self) -> str:
        """The whole block."""
        for name in self.waiting:
            self.make(name)
        return self.html
