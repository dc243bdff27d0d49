"""How much a quarter resembles the one before."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def lag_one(values: Floats) -> float:
    """Autocorrelation with the quarter before: 0 for chance alone, near 1 for a number that hardly moves.

    Method: the sample autocorrelation at lag 1 (G. Box and G. Jenkins, Time series analysis, 2.1.5); over the pairs of
    neighbours that both have a value.

    Args:
        values: shape (n,), in order of time; NaN is a gap.

    Returns:
        0 when no two neighbours have a value, or all are equal.
    """
    known = np.isfinite(values)
    if not known.any():
        return 0.0
    apart = values - values[known].mean()
    pairs = apart[1:] * apart[:-1]
    pairs = pairs[np.isfinite(pairs)]
    squares = float((apart[known] ** 2).sum())
    if squares == 0 or not pairs.size:
        return 0.0
    # As many pairs as without gaps; without gaps this changes nothing.
    return float(pairs.mean() * (known.sum() - 1) / squares)
