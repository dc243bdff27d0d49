"""In which periods a person is of an age."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.dates import OPEN_QUARTER, day_numbers, first_quarter_at_age
from socdom.measures.spans import Spans
from socdom.tables.codes import OPEN_AGE

Ints = NDArray[np.int64]

_UNKNOWN = np.int64(-(2**62))


@dataclass(frozen=True)
class Aged:
    """Stretches of persons whose birth date is known.

    Attributes:
        spans: the stretches.
        born: of each, the first period on whose first day the person has been born.
        per_year: periods in a year.
    """

    spans: Spans
    born: Ints
    per_year: int

    def within(self, age_from: int, age_to: int) -> Spans:
        """The parts in periods on whose first day the person is of an age.

        Both ages are included; OPEN_AGE is no upper limit. Someone born in the period counts as 0 years.
        """
        first = self.born + self.per_year * age_from if age_from > 0 else np.zeros_like(self.born)
        if age_to < OPEN_AGE:
            last = self.born + self.per_year * (age_to + 1) - 1
        else:
            last = np.full_like(self.born, OPEN_QUARTER)
        return self.spans.cut(first, last)[0]


@dataclass(frozen=True)
class Ages:
    """When persons were born.

    Attributes:
        born: of each person (numbered from 0, see `Arranged`) the first period on whose first day the person has
            been born (`Quarter.index` or year); _UNKNOWN without a birth date, and for one person more at the end,
            who stands for all with a higher number.
        per_year: periods in a year.
    """

    born: Ints
    per_year: int

    @classmethod
    def of(cls, persons: pd.DataFrame, quarters_each: int = 1) -> Ages:
        """Build from the table `persons`, for quarters (1) or years (4)."""
        known = persons[persons["birth_date"].notna()]
        number = known["person"].to_numpy()
        quarter = first_quarter_at_age(day_numbers(known["birth_date"]), 0)
        born = np.full(number.max(initial=-1) + 2, _UNKNOWN)
        # Rounded up: who is born on 2 January is there on the first day of the next year.
        born[number] = -(-quarter // quarters_each)
        return cls(born, 4 // quarters_each)

    def of_spans(self, spans: Spans) -> Aged:
        """Look up who the stretches are about, once for any number of ages; the unknown fall out."""
        born = self.born[np.minimum(spans.person, len(self.born) - 1)]
        known = born != _UNKNOWN
        return Aged(spans.take(known), born[known], self.per_year)
