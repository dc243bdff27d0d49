"""Whether quarters of a year differ from each other, and by how much.

Method: additive. A straight line and a value for each quarter of the year are fitted together by least squares; what a
quarter of the year lies above their mean is its season. Additive and not as a ratio, because figures can be 0, and so
that a share and its complement are judged alike. Source: R.J. Hyndman and G. Athanasopoulos, Forecasting: principles
and practice, 3rd ed., 7.4 (trend and seasonal dummies in one regression); at least three years are asked for, as in the
manual of Xmrit.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from socdom.stats.f_distribution import f_tail

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

QUARTERS = 4
CYCLES = 3


def cycles(values: Floats, quarter: Ints) -> int:
    """How often the quarter of the year that occurs least has a value.

    Args:
        values: shape (n,), NaN is a gap.
        quarter: quarter of the year of each, 0 to 3.
    """
    return int(np.bincount(quarter[np.isfinite(values)], minlength=QUARTERS).min())


def season_chance(values: Floats, quarter: Ints) -> float:
    """Chance that quarters without any season differ as much as these: F test of the seasonal part of the regression.

    Args:
        values, quarter: as of `cycles`.

    Returns:
        1 when there are too few values to tell: not two of each quarter of the year, or fewer than three to spare.
    """
    known = np.isfinite(values)
    within = int(known.sum()) - QUARTERS - 1
    if cycles(values, quarter) < 2 or within < 3:
        return 1.0
    y = values[known] - values[known].mean()
    line = np.flatnonzero(known).astype(float)
    plain = _left_over(np.column_stack([np.ones_like(line), line]), y)
    full = _left_over(np.column_stack([line, _dummies(quarter[known])]), y)
    scale = float(y @ y)
    if plain - full <= 1e-12 * scale:
        return 1.0
    if full <= 1e-12 * scale:
        return 0.0
    return f_tail((plain - full) / (QUARTERS - 1) / (full / within), QUARTERS - 1, within)


def season_factors(values: Floats, quarter: Ints) -> Floats:
    """What each quarter of the year lies above (or below) the level of the series.

    Args:
        values, quarter: as of `cycles`; each quarter of the year has a value, and there are at least five.

    Returns:
        shape (4,), together 0, in the unit of the values.
    """
    known = np.isfinite(values)
    line = np.flatnonzero(known).astype(float)
    design = np.column_stack([line - line.mean(), _dummies(quarter[known])])
    level = np.linalg.lstsq(design, values[known], rcond=None)[0][1:]
    return level - level.mean()


def _dummies(quarter: Ints) -> Floats:
    return (quarter[:, None] == np.arange(QUARTERS)).astype(float)


def _left_over(design: Floats, y: Floats) -> float:
    fitted = design @ np.linalg.lstsq(design, y, rcond=None)[0]
    return float(((y - fitted) ** 2).sum())
