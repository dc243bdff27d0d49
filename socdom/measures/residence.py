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
        upto: of each person (numbered from 0, see `Arranged`) the number of stretches of the persons before; so
            those of person p are upto[p] up to, not including, upto[p + 1]. One person more, without stretches,
            stands at the end: who has a higher number has no known address either.
        first, last: from which period up to and including which (`Quarter.index` or year).
        area: code of the buurt as delivered; categorical, so that the many rows are looked up once.
    """

    upto: Ints
    first: Ints
    last: Ints
    area: pd.Series

    @classmethod
    def of(cls, addresses: pd.DataFrame, quarters_each: int = 1) -> Residence:
        """Build from the table `addresses`, for quarters (1) or years (4); spells of a person do not overlap."""
        person = addresses["person"].to_numpy()
        order = np.lexsort((day_numbers(addresses["start"]), person))
        rows = addresses.iloc[order]
        person, first = person[order], quarter_numbers(rows["start"]) // quarters_each
        last = quarter_numbers(rows["end"]) // quarters_each
        # A next address takes over from the period in which it starts.
        moves_on = person[1:] == person[:-1]
        last[:-1] = np.where(moves_on, np.minimum(last[:-1], first[1:] - 1), last[:-1])
        persons = int(person[-1]) + 1 if len(person) else 0
        upto = np.searchsorted(person, np.arange(persons + 2))
        return cls(upto, first, last, rows["area"].astype("category").reset_index(drop=True))

    def place(self, spans: Spans) -> tuple[Spans, Ints]:
        """Cut stretches at removals.

        Args:
            spans: of any persons.

        Returns:
            the parts in a known home, and the place of that home in `first`, `last` and `area`.
        """
        person = np.minimum(spans.person, len(self.upto) - 2)
        low = self.upto[person]
        count = self.upto[person + 1] - low
        source = np.repeat(np.arange(len(spans)), count)
        # Numbers the homes of each stretch: the place in the result minus that of the first home of the stretch.
        home = np.arange(len(source)) + np.repeat(low - np.cumsum(count) + count, count)
        placed, left = spans.take(source).cut(self.first[home], self.last[home])
        return placed, home[left]
