"""What each provider is paid: for its part in all, and for how many a price or a share speaks."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.partial import Counted
from socdom.stats.largest import Largest, largest
from socdom.stats.packing import pack
from socdom.stats.sums import exact_sums

Ints = NDArray[np.int64]


def cents_of_providers(counted: Counted) -> pd.DataFrame:
    """Eurocents of each provider in each cell, from the events of declarations; lines without a provider are left out.

    Returns:
        column cents by an index of cell and provider; they may be summed over persons.
    """
    number, names = pd.factorize(counted.rows["provider"])
    providers = max(len(names), 1)
    place = pack(counted.cells, number.astype(np.int64)[counted.spans.row], providers)
    cents = exact_sums(place, counted.spans.value, counted.shape[0] * counted.shape[1] * providers)
    cell, provider = np.divmod(np.flatnonzero(cents), providers)
    name = names.astype("str")[provider]
    index = pd.MultiIndex.from_arrays([cell, name], names=["cell", "provider"])
    return pd.DataFrame({"cents": cents[cents != 0]}, index=index)[name != ""]


def of_providers(keyed: pd.DataFrame, shape: tuple[int, int], top: int) -> Largest:
    """Of each group and period: what the `top` providers with the most have, what all have, and how many there are.

    A provider whose lines add up to zero or less takes no part.
    """
    cell = keyed.index.get_level_values("cell").to_numpy()
    found = largest(cell, keyed["cents"].to_numpy(), top, shape[0] * shape[1])
    return Largest(*(array.reshape(shape) for array in (found.top, found.total, found.members)))
