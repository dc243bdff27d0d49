"""Medians of cells, for all cells at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from socdom.stats.histograms import Histogram


def medians(values: Histogram, cells: int) -> NDArray[np.float64]:
    """Median of the values in each cell, shape (cells,); NaN in a cell without values.

    The median of an even number of values is the mean of the two in the middle.
    """
    total = values.totals(cells)
    filled = np.flatnonzero(total)
    low = values.at_rank(filled, (total[filled] - 1) // 2)
    high = values.at_rank(filled, total[filled] // 2)
    result = np.full(cells, np.nan)
    result[filled] = (low + high) / 2
    return result
