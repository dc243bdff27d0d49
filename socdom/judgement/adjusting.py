"""What is judged in place of the figure itself: a season, or the resemblance to the quarter before, taken off first.

Raw limits are silent on a series with a season (its ups and downs make them wide) and alarm on a stock that is mostly
the people of the quarter before (which makes them narrow).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socdom.judgement.grid import Floats, Grid, Ints
from socdom.judgement.model import OF_CHANGES, Adjustment
from socdom.stats.autocorrelation import lag_one
from socdom.stats.seasonal import CYCLES, QUARTERS, cycles, season_chance, season_factors

# A season is taken off when chance alone gives such differences in at most this part of the series without one.
SEASON_CHANCE = 0.05
# From this resemblance on a stock is judged on its changes (Making Data Count: beyond it limits are too narrow).
RESEMBLANCE = 0.3
# What must be left of it, of another series, when one lasting step or a straight line is taken off. Lower, because that
# takes off much of a true resemblance too: with this bound a series that resembles itself by 0.6 and is no stock gets a
# false signal in at most 10 % of the quarters, and a step of two standard deviations is found nearly as often.
BESIDE_A_CHANGE = 0.1
_SHORTEST_LEVEL = 4
_OF_SEASON = (Adjustment.SEASON, Adjustment.SEASON_CHANGE)


@dataclass(frozen=True)
class Adjusted:
    """Numbers to judge; shape (n,), NaN where there is none.

    Attributes:
        judged: what the rules look at.
        level: what a trend is looked for in: of changes the figure itself, as six changes above their mean are no rise.
        base: what was taken off: judged + base is the figure.
    """

    how: Adjustment
    judged: Floats
    level: Floats
    base: Floats


def choose(values: Floats, quarter: Ints, *, stock: bool, season: bool | None) -> Adjustment:
    """What to judge of a series.

    Args:
        values: shape (n,), NaN is a gap.
        quarter: quarter of the year of each, 0 to 3.
        stock: mostly the same people as a quarter before. Of other series a lasting step or a rise may not be taken
            for resemblance: it is what we look for.
        season: whether there is a season, where that was decided; None to find out.
    """
    seasonal = season if season is not None else _has_season(values, quarter, stock)
    if seasonal and cycles(values, quarter) < CYCLES:
        return Adjustment.SAME_QUARTER
    rest = values - season_factors(values, quarter)[quarter] if seasonal else values
    if lag_one(rest) > RESEMBLANCE and (stock or _beside_a_change(rest) > BESIDE_A_CHANGE):
        return Adjustment.SEASON_CHANGE if seasonal else Adjustment.CHANGE
    return Adjustment.SEASON if seasonal else Adjustment.NONE


def adjust(grid: Grid, how: Adjustment, learn: slice) -> Adjusted | None:
    """Take off what does not take part in judging.

    Args:
        learn: the quarters a season is learned from.

    Returns:
        None when there are too few quarters to learn it from.
    """
    base = np.zeros(len(grid))
    if how in _OF_SEASON:
        if cycles(grid.values[learn], grid.quarter[learn]) < CYCLES:
            return None
        base = season_factors(grid.values[learn], grid.quarter[learn])[grid.quarter]
    level = grid.values - base
    if back := compared_with(how):
        base = base + _earlier(level, back)
    judged = grid.values - base
    return Adjusted(how, judged, judged if how is Adjustment.SAME_QUARTER else level, base)


def _has_season(values: Floats, quarter: Ints, stock: bool) -> bool:
    """Whether chance alone hardly gives such differences between the quarters of a year.

    The ups and downs of a stock over the years hide its season, so that its changes are asked too.
    """
    if season_chance(values, quarter) <= SEASON_CHANCE:
        return True
    return stock and season_chance(np.diff(values), quarter[1:]) <= SEASON_CHANCE


def compared_with(how: Adjustment) -> int:
    """How many quarters back the quarter lies that a figure is compared with; 0 when with none."""
    return 1 if how in OF_CHANGES else QUARTERS if how is Adjustment.SAME_QUARTER else 0


def _earlier(values: Floats, back: int) -> Floats:
    """The value `back` quarters before."""
    return np.concatenate([np.full(min(back, len(values)), np.nan), values[:-back]])


def _beside_a_change(values: Floats) -> float:
    """The least resemblance that is left when a straight line, or one lasting step, is taken off."""
    line, known = np.arange(len(values)), np.isfinite(values)
    least = min(
        lag_one(values), lag_one(values - np.polyval(np.polyfit(line[known], values[known], 1), line))
    )
    for place in range(_SHORTEST_LEVEL, len(values) - _SHORTEST_LEVEL + 1):
        before, after = values[:place], values[place:]
        if np.isfinite(before).any() and np.isfinite(after).any():
            flat = np.concatenate([before - np.nanmean(before), after - np.nanmean(after)])
            least = min(least, lag_one(flat))
    return least
