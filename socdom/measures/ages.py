"""In which quarters a person is of an age."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.dates import OPEN_QUARTER, day_numbers, first_quarter_at_age
from socdom.measures.spans import Spans
from socdom.tables.codes import OPEN_AGE

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Aged:
    """Stretches of persons whose birth date is known.

    Attributes:
        spans: the stretches.
        born: of each, the first quarter on whose first day the person has been born.
    """

    spans: Spans
    born: Ints

    def within(self, age_from: int, age_to: int) -> Spans:
        """The parts in quarters on whose first day the person is of an age.

        Both ages are included; OPEN_AGE is no upper limit. Someone born in the quarter counts as 0 years.
        """
        first = self.born + 4 * age_from if age_from > 0 else np.zeros_like(self.born)
        if age_to < OPEN_AGE:
            last = self.born + 4 * (age_to + 1) - 1
        else:
            last = np.full_like(self.born, OPEN_QUARTER)
        return self.spans.cut(first, last)[0]


@dataclass(frozen=True)
class Ages:
    """When persons were born, sorted by person; who has no known birth date is left out.

    Attributes:
        person: whose.
        born: the first quarter on whose first day the person has been born (`Quarter.index`).
    """

    person: Ints
    born: Ints

    @classmethod
    def of(cls, persons: pd.DataFrame) -> Ages:
        """Build from the table `persons`."""
        known = persons[persons["birth_date"].notna()].sort_values("person", kind="stable")
        return cls(known["person"].to_numpy(), first_quarter_at_age(day_numbers(known["birth_date"]), 0))

    def of_spans(self, spans: Spans) -> Aged:
        """Look up who the stretches are about, once for any number of ages; the unknown fall out."""
        at = np.searchsorted(self.person, spans.person)
        known = at < len(self.person)
        known[known] = self.person[at[known]] == spans.person[known]
        return Aged(spans.take(known), self.born[at[known]])
