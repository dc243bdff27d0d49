"""Counts that follow on each other, shown so that nobody can work out a small one of them, or a small difference.

A step of a count leaves some rows out. Both what is left and what was left out can be a few persons. So a count is only
shown when it and what differs from the counts that are shown are nothing at all or not small.
"""

from __future__ import annotations

from collections.abc import Sequence

from socdom import dutch
from socdom.disclosure.policy import Policy

# Between fewer than this many numbers there is hardly a choice left.
_LEAST = 5


def least_of(policy: Policy) -> int:
    """The smallest count that may be shown under a rule."""
    return max(policy.hidden_up_to + 1, _LEAST)


def coarse(counts: Sequence[int], least: int) -> list[str]:
    """The counts as text, exact or as an interval.

    Args:
        counts: never rising.
        least: the smallest count, and the smallest difference, that may be told; at least 3.

    Returns:
        A text for each. From all of them together no count follows, and no difference of two counts, that lies from 1
        up to and including `least` - 1.
    """
    told: list[str] = []
    anchor = 0  # the last count that is told exactly; what is smaller than all is told as "minder dan"
    for count in reversed(counts):
        if 0 < count - anchor < least or count == 0:
            low = f"meer dan {dutch.number(anchor)}, " if anchor else ""
            told.append(f"{low}minder dan {dutch.number(anchor + least)}")
        else:
            anchor = count
            told.append(dutch.number(count))
    return told[::-1]


def is_exact(text: str) -> bool:
    """Whether a text of `coarse` tells the count itself."""
    return "minder" not in text
