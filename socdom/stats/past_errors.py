"""How far an estimate may be off, from how far earlier estimates were.

Method: the natural logarithm of outcome / estimate of each past estimate is taken as normal around 0, with the mean of
the squares as its variance. The centre is 0 and not the mean, so that a method that was always too low gives a wide
interval instead of a second correction. A new one then follows Student's t with as many degrees of freedom as errors.

Sources: interval of a forecast from its own past errors: Hyndman and Athanasopoulos, Forecasting (3rd ed.), 5.5;
the quantile of t: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
"""

from __future__ import annotations

from math import exp, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def log_errors(estimate: Floats, outcome: Floats) -> Floats:
    """log(outcome / estimate), without pairs in which one is not above zero."""
    usable = (estimate > 0) & (outcome > 0)
    return np.log(outcome[usable] / estimate[usable])


def interval(errors: Floats, level: float) -> tuple[float, float]:
    """Lower and upper factor on an estimate, between which the outcome falls in `level` of all cases.

    Args:
        errors: logarithms as of `log_errors`; at least 3.
        level: as 0.8.
    """
    assert len(errors) >= 3, "the expansion of t is not exact enough for fewer degrees of freedom"
    spread = sqrt(float(np.mean(np.square(errors)))) * student(0.5 + level / 2, len(errors))
    return exp(-spread), exp(spread)


def student(chance: float, freedom: int) -> float:
    """Quantile of Student's t: exact to three decimals from 6 degrees of freedom, chances of 0.8 to 0.95."""
    z = NormalDist().inv_cdf(chance)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, start=1))
