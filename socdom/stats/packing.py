"""Put two whole numbers in one, so that one sort orders by both."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
_KEYS = 2**63


def pack(high: Ints, low: Ints, width: int) -> Ints:
    """high × width + low: sorts by `high` and then by `low`, and `np.divmod` with the width gives both back.

    Args:
        high: ≥ 0.
        low: 0 ≤ low < width.
        width: > 0.

    Raises:
        OverflowError: a key does not fit in 64 bits.
    """
    highest = int(high.max()) if len(high) else 0
    if (highest + 1) * width > _KEYS:
        raise OverflowError(f"{highest + 1} numbers x {width} numbers do not fit in 64 bits")
    return high * width + low
