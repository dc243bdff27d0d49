"""Run chart: too long a run or too few crossings of the median.

Method: J. Anhøj and A. Vingaard Olesen, Run charts revisited, PLoS ONE 9(11), 2014; as in the R package qicharts2.
Only useful points count, those that are not on the median. With n of them a run longer than log2(n) + 3, rounded, or
fewer crossings than the 5th percentile of a binomial distribution with n - 1 draws and chance 1/2, is no ordinary
variation. Below LEAST useful points neither can be told.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from socdom.stats.special_causes import Marks, run_lengths

LEAST = 10
_CHANCE = 0.05


@dataclass(frozen=True)
class RunChart:
    """What the points show.

    Attributes:
        useful: number of points that are not on the median.
        longest: length of the longest run of useful points on one side.
        crossings: how often two useful points in a row lie on different sides.
        current: length of the run that the last useful point is the end of.
    """

    useful: int
    longest: int
    crossings: int
    current: int

    @property
    def enough(self) -> bool:
        return self.useful >= LEAST

    @property
    def long_run(self) -> bool:
        return self.enough and self.longest > longest_run(self.useful)

    @property
    def in_long_run(self) -> bool:
        """Whether the run that is going on is too long by itself."""
        return self.enough and self.current > longest_run(self.useful)

    @property
    def few_crossings(self) -> bool:
        return self.enough and self.crossings < fewest_crossings(self.useful)


def longest_run(useful: int) -> int:
    """Longest run that is still ordinary, for at least one useful point."""
    return round(math.log2(useful)) + 3


def fewest_crossings(useful: int) -> int:
    """Fewest crossings that are still ordinary: the 5th percentile of a binomial with `useful` - 1 draws."""
    draws = useful - 1
    total, crossings = 1, 0
    while total < _CHANCE * 2**draws:
        crossings += 1
        total += math.comb(draws, crossings)
    return crossings


def run_chart(side: Marks) -> RunChart:
    """Runs and crossings.

    Args:
        side: of each point in order of time: 1 above the median, -1 below it, 0 on it. Points on it are passed over.
    """
    useful = side[side != 0]
    if not len(useful):
        return RunChart(0, 0, 0, 0)
    lengths = run_lengths(useful)
    crossings = int(np.count_nonzero(np.diff(useful)))
    return RunChart(len(useful), int(lengths.max()), crossings, int(lengths[-1]))
