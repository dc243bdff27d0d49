"""Split the change of a product into what each of its factors did, without a rest and whatever their order.

J. W. Sun, "Changes in energy consumption and energy intensity: a complete decomposition model", Energy Economics 20
(1998), p. 85-100: what two factors did together is shared equally. It is the value of Shapley: the mean, over all
orders in which the factors can change one by one, of what a factor does when its turn comes. Of two factors it is the
indicator of Bennet. Factors may be zero or negative, which a logarithm would not stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import factorial

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def complete_decomposition(before: Sequence[Floats], now: Sequence[Floats]) -> list[Floats]:
    """What each factor did to the product.

    Args:
        before, now: an array for each factor, all of the same shape.

    Returns:
        an array for each factor; added up they are the product now minus the product before.
    """
    return [_of_factor(place, before, now) for place in range(len(before))]


def _of_factor(place: int, before: Sequence[Floats], now: Sequence[Floats]) -> Floats:
    others = [other for other in range(len(before)) if other != place]
    step = now[place] - before[place]
    effect = np.zeros_like(np.asarray(step, dtype=float))
    for size in range(len(others) + 1):
        # In how many orders exactly these other factors have changed before this one.
        share = factorial(size) * factorial(len(others) - size) / factorial(len(before))
        for changed in combinations(others, size):
            product = step
            for other in others:
                product = product * (now[other] if other in changed else before[other])
            effect = effect + share * product
    return effect
