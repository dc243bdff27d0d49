"""One stretch of quarters, judged: adjusted, with a centre line and limits, and its points marked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socdom.judgement.adjusting import Adjusted, adjust
from socdom.judgement.grid import Floats, Grid
from socdom.judgement.limits import Limits, limits_of, median_line
from socdom.judgement.marks import Marked, marked, rules_at, side_at
from socdom.judgement.model import Adjustment, Method, Point, Stretch

LEAST = 8
LEAST_LIMITS = 12
NO_LONGER_TRIAL = 20


@dataclass(frozen=True)
class Scale:
    """How the figures of a series are made.

    Attributes:
        kind: "getal", "aandeel" or "per inwoner".
        scale: what numerator / denominator is multiplied by.
        step: rounding step of the figures.
    """

    kind: str
    scale: float
    step: float


@dataclass(frozen=True)
class Judged:
    """A stretch with its centre line."""

    grid: Grid
    adjusted: Adjusted
    limits: Limits
    marked: Marked
    locked: bool

    def points(self) -> tuple[Point, ...]:
        return tuple(
            Point(
                period=str(self.grid.periods[place]),
                value=number_or_none(self.grid.shown[place]),
                judged=number_or_none(self.adjusted.judged[place]),
                rules=rules_at(self.marked, place),
                side=side_at(self.marked, place),
                complete=bool(self.grid.complete[place]),
            )
            for place in range(len(self.grid))
        )

    def stretch(self, scale: Scale) -> Stretch:
        """The lines; see `Stretch`."""
        centre, reach = self.limits.centre, self.limits.reach
        number = int(np.isfinite(self.adjusted.judged).sum())
        return Stretch(
            first=str(self.grid.periods[0]),
            last=str(self.grid.periods[-1]),
            centre=centre,
            lower=_numbers(self._bounded(centre - reach, scale)),
            upper=_numbers(self._bounded(centre + reach, scale)),
            trial=number < NO_LONGER_TRIAL and not self.locked,
            shown_centre=_shown(centre + self.adjusted.base),
            shown_lower=self._shown_limit(centre - reach, scale),
            shown_upper=self._shown_limit(centre + reach, scale),
        )

    def _shown_limit(self, limit: Floats, scale: Scale) -> tuple[float | None, ...]:
        return _shown(_cut(limit + self.adjusted.base, self.grid, scale)) if len(limit) else ()

    def _bounded(self, limit: Floats, scale: Scale) -> Floats:
        """Limits of the figure itself stay where figures can be."""
        return _cut(limit, self.grid, scale) if self.adjusted.how is Adjustment.NONE else limit


def judged_stretch(grid: Grid, how: Adjustment, scale: Scale, learn: slice, *, locked: bool) -> Judged | None:
    """Judge a stretch.

    Args:
        learn: the quarters that centre, limits and season rest on.
        locked: whether that was decided.

    Returns:
        None when there are too few numbers for it, or they do not differ.
    """
    adjusted = adjust(grid, how, learn)
    if adjusted is None:
        return None
    number = int(np.isfinite(adjusted.judged).sum())
    if number < LEAST:
        return None
    if number < LEAST_LIMITS:
        limits = None if _flat(adjusted) else median_line(adjusted)
    else:
        limits = limits_of(grid, adjusted, learn, kind=scale.kind, scale=scale.scale, step=scale.step)
    if limits is None:
        return None
    return Judged(grid, adjusted, limits, marked(adjusted, limits, scale.step), locked)


def has_limits(judged: Judged | None) -> bool:
    """Whether a stretch is long enough to be drawn when it is not the newest."""
    return judged is not None and judged.limits.method is not Method.RUN_CHART


def bare_points(grid: Grid) -> tuple[Point, ...]:
    """Points of quarters that are not judged."""
    return tuple(
        Point(str(period), number_or_none(value), complete=bool(complete))
        for period, value, complete in zip(grid.periods, grid.shown, grid.complete, strict=True)
    )


def number_or_none(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _flat(adjusted: Adjusted) -> bool:
    return bool(np.nanmin(adjusted.judged) == np.nanmax(adjusted.judged))


def _cut(limit: Floats, grid: Grid, scale: Scale) -> Floats:
    """No figure lies below 0 (when none does), and no share above all."""
    lowest = 0.0 if np.nanmin(grid.shown) >= 0 else -np.inf
    highest = scale.scale if scale.kind == "aandeel" else np.inf
    return np.clip(limit, lowest, highest)


def _numbers(line: Floats) -> tuple[float, ...]:
    return tuple(float(number) for number in line)


def _shown(line: Floats) -> tuple[float | None, ...]:
    return tuple(number_or_none(number) for number in line)
