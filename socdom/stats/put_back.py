"""What a group did to a statistic that cannot be added up, such as a median: put it back, and see what changes.

Of a median no exact split exists. For each group the cases of now are taken out and those of before are put in their
place; the statistic of now minus that of such a mixture is what the group did. This is the counterfactual distribution
of J. DiNardo, N. Fortin and T. Lemieux ("Labor Market Institutions and the Distribution of Wages", Econometrica 64,
1996), with groups that change as a whole. The groups together are not the change; the caller tells what is left.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from socdom.stats.histograms import Histogram

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Statistic = Callable[[Histogram, int], Floats]


def put_back(
    statistic: Statistic, before: tuple[Ints, Ints], now: tuple[Ints, Ints], groups: int
) -> tuple[Floats, float, float]:
    """What each group did to the statistic.

    Args:
        statistic: of a histogram with a number of cells, one number for each cell.
        before, now: value and group (0 ≤ group < groups) of each case.
        groups: how many there are.

    Returns:
        what each group did, shape (groups,), NaN where nothing would be left; the statistic before, and now.
    """
    (old, old_group), (new, new_group) = before, now
    values = [np.concatenate([new[new_group != g], old[old_group == g]]) for g in range(groups)]
    cases = [old, new, *values]
    cell = np.repeat(np.arange(len(cases)), [len(some) for some in cases])
    found = statistic(Histogram.of_values(cell, np.concatenate(cases)), len(cases))
    return found[1] - found[2:], float(found[0]), float(found[1])
