"""In which quarters a person is of an age."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.dates import OPEN_QUARTER, day_numbers, first_quarter_at_age
from socdom.measures.spans import Spans

Ints = NDArray[np.int64]

NO_UPPER_AGE = 200


@dataclass(frozen=True)
class Ages:
    """Birth days, sorted by person; who has no known birth date is left out."""

    person: Ints
    birth_day: Ints

    @classmethod
    def of(cls, persons: pd.DataFrame) -> Ages:
        """Build from the table `persons`."""
        known = persons[persons["birth_date"].notna()].sort_values("person", kind="stable")
        return cls(known["person"].to_numpy(), day_numbers(known["birth_date"]))

    def within(self, spans: Spans, age_from: int, age_to: int) -> Spans:
        """The parts of stretches in quarters on whose first day the person is of an age.

        Both ages are included; 200 is no upper limit. Someone born in the quarter counts as 0 years. Someone
        whose birth date is unknown has no part.
        """
        at = np.searchsorted(self.person, spans.person)
        known = at < len(self.person)
        known[known] = self.person[at[known]] == spans.person[known]
        spans, birth = spans.take(known), self.birth_day[at[known]]
        first = (
            first_quarter_at_age(birth, age_from) if age_from > 0 else np.zeros(len(birth), dtype=np.int64)
        )
        if age_to < NO_UPPER_AGE:
            last = first_quarter_at_age(birth, age_to + 1) - 1
        else:
            last = np.full(len(birth), OPEN_QUARTER)
        return spans.cut(first, last)[0]
