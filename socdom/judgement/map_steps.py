"""Steps in which a map colours areas: equal, round, at most five, and no finer than what chance may do.

A map draws differences larger than they are when its steps are small. Where the funnel tells how far an area of
ordinary size may lie from the whole by chance, a step is at least as wide; elsewhere a twentieth of an ordinary figure.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from socdom import dutch
from socdom.editions.model import Description
from socdom.judgement.funnel import Funnel

MOST = 5
_LEAST_PART = 0.05
_ROUND = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0)


@dataclass(frozen=True)
class MapSteps:
    """Bounds of the steps, from low to high, one more than there are steps; each step goes up to its upper bound.

    Attributes:
        widened: whether they are wider than the figures ask for, because of chance.
    """

    bounds: tuple[float, ...]
    widened: bool = False

    @property
    def number(self) -> int:
        return max(len(self.bounds) - 1, 0)

    def of(self, value: float) -> int:
        """In which step a value lies, from 0."""
        return min(sum(value >= bound - 1e-9 for bound in self.bounds[1:]), self.number - 1)


def map_steps(
    values: Sequence[float], *, decimals: int, least: float = 0.0, floor: float | None = 0.0
) -> MapSteps:
    """Steps that hold all values.

    Args:
        values: as they are shown, rounded.
        decimals: that the figures are shown with; no bound has more.
        least: width that a step has at least.
        floor: no bound lies under it; None where a figure can be below 0.
    """
    if not values:
        return MapSteps(())
    low, high = min(values), max(values)
    fine, finest = (high - low) / MOST, 10.0**-decimals
    width = _round_width(max(fine, finest), decimals, low, high)
    wide = _round_width(max(fine, finest, least), decimals, low, high)
    start = math.floor(low / wide + 1e-9) * wide
    if floor is not None:
        start = max(start, floor)
    number = max(1, math.floor((high - start) / wide + 1e-9) + 1)
    bounds = [dutch.round_half_up(start + at * wide, max(decimals, 1)) for at in range(number + 1)]
    return MapSteps(tuple(bounds), widened=wide > width)


def _round_width(wanted: float, decimals: int, low: float, high: float) -> float:
    """The smallest round width, of which no more than `MOST` hold the values, and that the decimals can tell."""
    power = math.floor(math.log10(wanted))
    widths = (factor * 10.0**exponent for exponent in range(power - 1, power + 3) for factor in _ROUND)
    return next(
        width
        for width in widths
        if width >= wanted - 1e-9
        and abs(width * 10**decimals - round(width * 10**decimals)) < 1e-6
        and math.floor(high / width + 1e-9) - math.floor(low / width + 1e-9) < MOST
    )


def chance_width(found: Funnel) -> float:
    """How far an area of ordinary size may lie from the whole by chance; 0 where there is no funnel."""
    if not found.points or found.centre is None:
        return 0.0
    size = float(np.median([point.denominator for point in found.points]))
    sizes = [limit.denominator for limit in found.limits]
    high, low = (
        float(np.interp(size, sizes, [getattr(limit, name) for limit in found.limits]))
        for name in ("inner_high", "inner_low")
    )
    return (high - low) / 2


def steps_of(description: Description, values: Sequence[float], found: Funnel) -> MapSteps:
    """The steps for the shown figures of an indicator, as a reader sees them."""
    seen = [dutch.as_shown(value, description.format, description.decimals) for value in values]
    least = chance_width(found) or _LEAST_PART * float(np.median(seen or [0.0]))
    return map_steps(seen, decimals=description.decimals, least=least)
