"""What declarations amount to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.errors import DefinitionError, Fault
from socdom.measures.dates import quarter_numbers
from socdom.measures.kinds.rows import RowKind, cells, check_choices, events
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.measures.tally import Tally
from socdom.stats.distinct import count_distinct

Ints = NDArray[np.int64]

DATE_OF = {"service_quarter": "service_start", "received_quarter": "received"}
CENTS_PER_EURO = 100
# Above this a sum of whole cents in floating point could lose a cent.
_EXACT = 2**53


@dataclass(frozen=True)
class Amount(RowKind):
    """Sum of declarations in euros, credits taken off; the base is the number of persons they are about.

    Attributes:
        selection: rows of `declarations`.
        by: "service_quarter" (when the help was given) or "received_quarter" (when the bill came in).
    """

    selection: Selection
    by: str = "service_quarter"

    name = "bedrag van declaraties"
    method = "declaraties/1"
    protection = "bedrag"

    def __post_init__(self) -> None:
        if self.selection.table != "declarations":
            raise DefinitionError(
                Fault("Amount: selection", "rijen van declarations", remedy='Kies de tabel "declarations".')
            )
        check_choices("Amount", {"by": (self.by, tuple(DATE_OF))})

    def spans(self, rows: pd.DataFrame) -> Spans:
        return events(rows, quarter_numbers(rows[DATE_OF[self.by]]), rows["amount"].to_numpy())

    def tally(self, spans: Spans, group: Ints, shape: tuple[int, int]) -> Tally:
        inside, cell = cells(spans, group, shape)
        if np.abs(inside.value.astype(float)).sum() >= _EXACT:
            raise OverflowError("the amounts are too large to add up to the cent")
        cents = np.bincount(cell, weights=inside.value, minlength=shape[0] * shape[1])
        persons = count_distinct(group, spans.person, spans.first, spans.last, shape)
        return Tally(cents.reshape(shape) / CENTS_PER_EURO, persons.astype(float))
