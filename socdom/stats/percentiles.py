"""Percentiles of cells by nearest rank, for all cells at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from socdom.stats.histograms import Histogram


def nearest_rank(values: Histogram, cells: int, percent: int) -> NDArray[np.float64]:
    """The smallest value such that at least `percent` % of the values are at most that value.

    It is always one of the values, and it is worked out in whole numbers, so that a border case (90 % of ten
    values is nine of them) cannot tip over.

    Args:
        values: whole numbers.
        cells: number of cells.
        percent: whole number from 1 up to and including 100.

    Returns:
        shape (cells,); NaN in a cell without values.
    """
    total = values.totals(cells)
    filled = np.flatnonzero(total)
    rank = -(-total[filled] * percent // 100)
    result = np.full(cells, np.nan)
    result[filled] = values.at_rank(filled, rank - 1)
    return result
