"""Number what is counted, so that keys stay small."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def numbered(unit: Ints) -> tuple[Ints, int]:
    """A number from 0 for each unit, and how many numbers there are; some may stand for no unit.

    Units that lie close together keep their order, and cost no more than a subtraction.
    """
    if not len(unit):
        return unit, 1
    low, high = int(unit.min()), int(unit.max())
    if high - low < 4 * len(unit):
        return unit - low, high - low + 1
    number, names = pd.factorize(unit)
    return number.astype(np.int64), len(names)
