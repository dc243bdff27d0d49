"""The four rules of NHS Making Data Count for points that are no ordinary variation.

Method: NHS England, Making Data Count (2023), and NHSRplotthedots 0.2.2. Each rule says of every point whether it is
part of the pattern: 1 upwards, -1 downwards, 0 not. A gap (NaN) breaks every pattern: what was in it is not known.

One choice: two of three counts points beyond the limits too, as Making Data Count does since November 2023.
NHSRplotthedots does not yet (its issue 194); `beyond=False` gives what that package gives.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Marks = NDArray[np.int64]

LIMIT = 3.0
NEAR = 2.0
IN_A_ROW = 7
# Numbers that differ by less are equal: sums in another order must not make a pattern.
_CLOSE = 1e-9


def sides(distance: Floats, within: float = 0.0) -> Marks:
    """Side of the centre line: 1 above, -1 below, 0 on it or unknown.

    Args:
        distance: of each point to the centre line, above is positive; NaN is a gap.
        within: a point closer than this lies on the line, as when rounding may have put it on either side.
    """
    known = np.nan_to_num(distance, nan=0.0)
    return np.where(np.abs(known) < max(within - _CLOSE, _CLOSE), 0, np.sign(known)).astype(np.int64)


def outside(z: Floats) -> Marks:
    """Points beyond a limit.

    Args:
        z: distance of each point to the centre line, on the scale where the limits are at LIMIT; NaN is a gap.
    """
    return np.where(np.abs(np.nan_to_num(z)) > LIMIT + _CLOSE, sides(z), 0)


def trend(values: Floats, within: float = 0.0) -> Marks:
    """Points of a row of IN_A_ROW or more that each lie higher than the one before, or each lower.

    Args:
        values: in order of time; NaN is a gap. Equal neighbours break a trend.
        within: neighbours that differ less than this are equal.
    """
    steps = sides(np.diff(values), within)
    ends = np.concatenate([np.zeros(min(len(values), 1), dtype=np.int64), run_ends(steps, IN_A_ROW - 1)])
    return _members(ends, IN_A_ROW)


def two_of_three(z: Floats, *, beyond: bool = True) -> Marks:
    """Points near or beyond a limit, in three in a row on one side of which at least two are.

    Args:
        z: as of `outside`.
        beyond: whether a point beyond the limit counts as one of the two.
    """
    side = sides(z)
    far = np.abs(np.nan_to_num(z))
    near = (far > NEAR + _CLOSE) & (beyond | (far <= LIMIT + _CLOSE))
    return np.where(near, near_windows(near, side), 0)


def near_windows(near: NDArray[np.bool_], side: Marks) -> Marks:
    """All three points of every window of three on one side with at least two near points; 0 elsewhere."""
    ends = np.zeros(len(side), dtype=np.int64)
    if len(side) >= 3:
        one_side = np.abs(side[2:] + side[1:-1] + side[:-2]) == 3
        enough = near[2:].astype(int) + near[1:-1] + near[:-2] >= 2
        ends[2:] = np.where(one_side & enough, side[2:], 0)
    return _members(ends, 3)


def shift(side: Marks) -> Marks:
    """Points of a row of IN_A_ROW or more on one side of the centre line; a point on the line breaks it."""
    return _members(run_ends(side, IN_A_ROW), IN_A_ROW)


def run_ends(side: Marks, length: int) -> Marks:
    """The sign at every point where it has been the same, and not 0, for at least `length` points; 0 elsewhere."""
    count = run_lengths(side)
    return np.where((count >= length) & (side != 0), side, 0)


def run_lengths(side: Marks) -> Marks:
    """For every point how many in a row up to and including it have its sign; 0 for a point without one."""
    changed = np.flatnonzero(np.diff(side, prepend=2))
    since = np.repeat(changed, np.diff(changed, append=len(side)))
    return np.where(side != 0, np.arange(len(side)) - since + 1, 0)


def _members(ends: Marks, length: int) -> Marks:
    """Mark all points of the windows of `length` that end where `ends` is not 0."""
    marks = ends.copy()
    for back in range(1, length):
        marks[:-back] = np.where(marks[:-back] == 0, ends[back:], marks[:-back])
    return marks
