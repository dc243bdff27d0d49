"""A series cut into stretches, and the quarters that the newest one rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from socdom.judgement import reasons
from socdom.judgement.grid import Grid, cuts
from socdom.judgement.stretches import LEAST_LIMITS


@dataclass(frozen=True)
class Layout:
    """Stretches of a series; the last one is judged.

    Attributes:
        spans: start and stop of each, up to and including the newest complete quarter.
        learn: quarters of the last one that its limits rest on.
        locked: whether that was decided.
        broken: whether it begins at a break.
        note: Dutch sentence when a decision is not used.
    """

    grid: Grid
    spans: list[tuple[int, int]]
    broken: bool
    learn: slice
    locked: bool = False
    note: str = ""

    @property
    def current(self) -> Grid:
        return self.grid.part(*self.spans[-1])

    @property
    def learned(self) -> Grid:
        """The quarters that limits, season and resemblance are taken from."""
        return self.current.part(0, self.learn.stop or len(self.current))

    @property
    def earlier(self) -> list[Grid]:
        return [self.grid.part(*span) for span in self.spans[:-1]]


def laid_out_stretches(grid: Grid, breaks: Iterable[str], baseline: tuple[str, str] | None) -> Layout:
    """Cut at breaks, and where a baseline begins.

    A baseline is used when it lies in the newest stretch and has quarters enough for limits. The quarters before it are
    a stretch of their own: the decision is that from there on something else is usual.

    Args:
        grid: with at least one complete quarter.
    """
    stop = int(np.flatnonzero(grid.complete)[-1]) + 1
    breaks, whole = tuple(breaks), slice(None)
    spans = cuts(grid, breaks, stop)
    broken = len(spans) > 1
    if baseline is None:
        return Layout(grid, spans, broken, whole)
    first, last = (grid.position(period) for period in baseline)
    if not spans[-1][0] <= first <= last < stop:
        return Layout(grid, spans, broken, whole, note=reasons.BASELINE_ELSEWHERE)
    if np.isfinite(grid.values[first : last + 1]).sum() < LEAST_LIMITS:
        return Layout(grid, spans, broken, whole, note=reasons.BASELINE_SHORT)
    spans = cuts(grid, (*breaks, baseline[0]), stop)
    return Layout(grid, spans, broken, slice(0, last - first + 1), locked=True)
