"""Centre line and limits of the judged numbers of a stretch, by the method that fits them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socdom.judgement.adjusting import Adjusted
from socdom.judgement.grid import Floats, Grid
from socdom.judgement.model import Adjustment, Method
from socdom.stats.laney import laney_limits
from socdom.stats.special_causes import LIMIT
from socdom.stats.xmr import xmr_limits

# A denominator that varies more than this from least to most asks for limits of its own per quarter.
VARIES = 1.25
# Limits lie at least this many rounding steps from the centre, so that "near" begins beyond one step: a number that
# moves by one step may be a change of a single case.
LEAST_STEPS = 1.5


@dataclass(frozen=True)
class Limits:
    """Limits of a stretch; arrays of shape (n,).

    Attributes:
        reach: distance of the limits to the centre; empty for a run chart.
        z: distance of each judged number to the centre, where the limits are at 3; empty for a run chart.
    """

    method: Method
    centre: float
    reach: Floats
    z: Floats


def median_line(adjusted: Adjusted) -> Limits:
    """A run chart: a median, and no limits."""
    none = np.zeros(0)
    return Limits(Method.RUN_CHART, float(np.nanmedian(adjusted.judged)), none, none)


def limits_of(
    grid: Grid, adjusted: Adjusted, learn: slice, *, kind: str, scale: float, step: float
) -> Limits | None:
    """XmR, or Laney for a rate whose denominator varies and that is judged as it is.

    Args:
        learn: the quarters centre and limits are taken from.
        kind: "aandeel", "per inwoner" or "getal".
        scale: what numerator / denominator is multiplied by.
        step: rounding step of the figures, 0 when they are not rounded.

    Returns:
        None when the numbers do not differ, or no two neighbours have one.
    """
    judged = adjusted.judged
    learned = judged[learn]
    if np.nanmin(learned) == np.nanmax(learned):
        return None
    if kind != "getal" and adjusted.how is Adjustment.NONE and _varies(grid):
        # A quarter that is not shown has a limit of the usual size, for a line without a hole.
        sizes = np.where(np.isfinite(grid.sizes), grid.sizes, np.nanmean(grid.sizes))
        found = laney_limits(judged / scale, sizes, "p" if kind == "aandeel" else "u", learn)
        method, centre, reach = Method.LANEY, found.centre * scale, found.reach * scale
    else:
        xmr = xmr_limits(learned)
        method, centre, reach = Method.XMR, xmr.centre, np.full(len(judged), xmr.reach)
    reach = np.maximum(reach, LEAST_STEPS * step)
    known = np.isfinite(judged)
    if not np.isfinite(reach[known]).all() or not (reach[known] > 0).all():
        return None
    return Limits(method, centre, reach, LIMIT * (judged - centre) / reach)


def _varies(grid: Grid) -> bool:
    sizes = grid.sizes[np.isfinite(grid.values)]
    return bool(np.isfinite(sizes).all() and sizes.min() > 0 and sizes.max() / sizes.min() > VARIES)
