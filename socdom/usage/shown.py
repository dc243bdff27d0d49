"""Which counts may be shown: none below a limit, and none that follows from others that are shown.

A count below the limit is "minder dan 10", and zero is too. It is safe when every number from 0 up to the limit is
still possible for it, for who knows all that is shown and this program as well. A total takes none of those numbers
away when the hidden counts together are not too few and not too many; otherwise the total is hidden, whatever it is.
That it is hidden tells nothing either: tried on every small case by `tests/unit/usage/test_shown.py`. (Deciding by what
the other can work out: Kenthapadi, Mishra and Nissim, "Simulatable auditing", 2005.)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """Counts of things that exclude each other, as they may be shown.

    Attributes:
        named: thing → count, each at least the limit.
        hidden: the other things, in the order they were given.
        total: of all; None when it is hidden.
        limit: what is below it is hidden.
    """

    named: dict[str, int]
    hidden: tuple[str, ...]
    total: int | None
    limit: int

    @property
    def least(self) -> int:
        """What the total is at least."""
        return sum(self.named.values()) if self.total is None else self.total


def shown(counts: Mapping[str, int], limit: int) -> Shown:
    """What may be shown of counts, each of which is a part of the same total.

    Args:
        counts: everything that could have been counted, also with 0.
        limit: counts below it are hidden, 2 or more.
    """
    named = {name: count for name, count in counts.items() if count >= limit}
    hidden = tuple(name for name in counts if name not in named)
    total = sum(counts.values())
    safe = _is_safe(total - sum(named.values()), len(hidden), limit)
    return Shown(named, hidden, total if safe else None, limit)


def shown_beside(counts: Mapping[str, int], first: Shown) -> Shown | None:
    """What may be shown of a total in other parts.

    None when the total is hidden: other parts of it would tell what it is. None as well when they cannot have a total
    beside them, as that is known.

    Args:
        counts: other parts of the total that `first` has parts of.
    """
    second = shown(counts, first.limit)
    return second if first.total is not None and second.total is not None else None


def _is_safe(together: int, hidden: int, limit: int) -> bool:
    """Whether it may be known what the hidden counts are together.

    One of them can be 0 only when the others have room for all, and the largest only when they come to that much.
    """
    largest = limit - 1
    return hidden == 0 or largest <= together <= largest * (hidden - 1)
