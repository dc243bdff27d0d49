"""In which buurt a person counts in a quarter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.dates import day_numbers, quarter_numbers
from socdom.measures.spans import Spans

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Residence:
    """Stretches of periods in which a person counts in a buurt, sorted by person and period.

    A person counts in each period in the last known address of that period: the one on its last day, or,
    for who left earlier, the last one before. So the stretches of a person never share a period.

    Attributes:
        person, first, last: whose, and from which period up to and including which (`Quarter.index` or year).
        area: code of the buurt as delivered; categorical, so that the many rows are looked up once.
    """

    person: Ints
    first: Ints
    last: Ints
    area: pd.Series

    @classmethod
    def of(cls, addresses: pd.DataFrame, quarters_each: int = 1) -> Residence:
        """Build from the table `addresses` (spells of a person do not overlap), for quarters (1) or years (4)."""
        person = addresses["person"].to_numpy()
        order = np.lexsort((day_numbers(addresses["start"]), person))
        rows = addresses.iloc[order]
        person, first = person[order], quarter_numbers(rows["start"]) // quarters_each
        last = quarter_numbers(rows["end"]) // quarters_each
        # A next address takes over from the period in which it starts.
        moves_on = person[1:] == person[:-1]
        last[:-1] = np.where(moves_on, np.minimum(last[:-1], first[1:] - 1), last[:-1])
        return cls(person, first, last, rows["area"].astype("category").reset_index(drop=True))

    def place(self, spans: Spans, position: Ints) -> tuple[Spans, Ints]:
        """Cut stretches at removals.

        Args:
            spans: of any persons.
            position: of each stretch of residence, the group it belongs to; -1 for none.

        Returns:
            the parts with a known group, and the group of each.
        """
        low = np.searchsorted(self.person, spans.person, side="left")
        count = np.searchsorted(self.person, spans.person, side="right") - low
        source = np.repeat(np.arange(len(spans)), count)
        offset = np.arange(len(source)) - np.repeat(np.cumsum(count) - count, count)
        home = np.repeat(low, count) + offset
        placed, left = spans.take(source).cut(self.first[home], self.last[home])
        group = position[home][left]
        return placed.take(group >= 0), group[group >= 0]
