"""When nothing can be said of a stretch, and why."""

from __future__ import annotations

import numpy as np

from socdom.judgement import reasons
from socdom.judgement.adjusting import compared_with
from socdom.judgement.grid import Floats, Grid
from socdom.judgement.layout import Layout
from socdom.judgement.model import Adjustment, Verdict
from socdom.judgement.stretches import LEAST, Judged
from socdom.stats.run_chart import LEAST as LEAST_USEFUL

# Below this mean count chance moves a number so much that limits do not hold.
LEAST_COUNT = 8

Refusal = tuple[Verdict, str]


def refused_before(layout: Layout, kind: str, step: float) -> Refusal | None:
    """Why the newest stretch is not judged, as far as its figures tell; None when it can be.

    Args:
        kind: "aandeel", "per inwoner" or "getal".
        step: rounding step of the figures.
    """
    current = layout.current
    if not np.isfinite(current.values[-1]):
        return Verdict.NOT_SHOWN, reasons.NOT_SHOWN
    if np.isfinite(current.values).sum() < LEAST:
        return Verdict.TOO_FEW, _too_few(layout, Adjustment.NONE)
    if _small(current, kind):
        return Verdict.TOO_SMALL, reasons.too_small(LEAST_COUNT)
    if _mostly_still(current, step):
        return Verdict.NOT_JUDGED, reasons.STILL
    return None


def refused_after(newest: Judged | None, layout: Layout, how: Adjustment) -> Refusal | None:
    """Why nothing is said of the newest stretch when it has been adjusted; None when something is."""
    if newest is None:
        return _without_lines(layout, how)
    if not np.isfinite(newest.adjusted.judged[-1]):
        return Verdict.NOT_SHOWN, reasons.BASE_NOT_SHOWN
    if not newest.marked.enough:
        return Verdict.TOO_FEW, _too_few(layout, how) or reasons.ON_THE_MEDIAN
    return None


def _without_lines(layout: Layout, how: Adjustment) -> Refusal:
    """Too few numbers are left, they do not follow each other, or they do not differ."""
    if short := _too_few(layout, how):
        return Verdict.TOO_FEW, short
    if not np.isfinite(np.diff(layout.current.values[layout.learn])).any():
        return Verdict.TOO_FEW, reasons.SCATTERED
    return Verdict.NOT_JUDGED, reasons.FLAT_CHANGE if compared_with(how) else reasons.FLAT


def _too_few(layout: Layout, how: Adjustment) -> str:
    """That there are too few quarters to say something, or too few that have one to compare with; "" when not."""
    values = layout.current.values
    figures = int(np.isfinite(values).sum())
    if figures < LEAST_USEFUL:
        return reasons.too_few(figures, LEAST_USEFUL, Adjustment.NONE, broken=layout.broken)
    back = compared_with(how)
    pairs = int(np.isfinite(values[back:] - values[: len(values) - back]).sum())
    if pairs >= LEAST_USEFUL:
        return ""
    return reasons.too_few(pairs, LEAST_USEFUL, how, broken=layout.broken)


def _small(grid: Grid, kind: str) -> bool:
    """Whether there are few cases, or, of a share, few of the others: chance moves both alike."""
    shown = np.isfinite(grid.values)
    counts, others = grid.counts[shown], (grid.sizes - grid.counts)[shown]
    return _few(counts) or (kind == "aandeel" and _few(others))


def _few(counts: Floats) -> bool:
    known = counts[np.isfinite(counts)]
    return bool(known.size) and float(known.mean()) < LEAST_COUNT


def _mostly_still(grid: Grid, step: float) -> bool:
    """Whether it stays as it is and now and then leaps, as a price that is set once a year.

    Limits rest on how much a figure moves from quarter to quarter, and say nothing of one that does not. Rounded
    figures that are equal by their rounding do move: those go up and down by one step.
    """
    moves = np.abs(np.diff(grid.values))
    moves = moves[np.isfinite(moves)]
    moved = moves[moves > step / 2]
    return bool(moved.size) and moved.size * 2 < moves.size and float(np.median(moved)) > 2 * step
