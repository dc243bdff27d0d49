"""Lines at a slant within an area: how a map draws what is not shown, in any colours and on paper.

They are real lines and no pattern that is pointed to: a page holds the same chart twice, one of them unseen, and a
browser does not draw a pattern that lies in the unseen one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Point = tuple[float, float]
_APART = 7.0


def hatching(rings: Sequence[Sequence[Point]], apart: float = _APART) -> list[tuple[Point, Point]]:
    """Stretches of lines from bottom left to top right within rings; a ring within another is a hole.

    Args:
        rings: corners in pixels.
        apart: pixels from one line to the next.
    """
    starts = np.array([corner for ring in rings for corner in ring])
    ends = np.array([corner for ring in rings for corner in (*ring[1:], ring[0])])
    # On such a line the sum of x and y is the same everywhere.
    first, last = starts.sum(axis=1), ends.sum(axis=1)
    step = apart * np.sqrt(2)
    found = []
    # Half a step aside of whole steps, which a corner may lie on.
    for at in np.arange(np.floor(first.min() / step) + 0.5, first.max() / step) * step:
        crossed = (first <= at) != (last <= at)
        share = (at - first[crossed]) / (last[crossed] - first[crossed])
        xs = np.sort(starts[crossed, 0] + share * (ends[crossed, 0] - starts[crossed, 0]))
        found += [
            ((float(a), float(at - a)), (float(b), float(at - b)))
            for a, b in zip(xs[0::2], xs[1::2], strict=True)
        ]
    return found
