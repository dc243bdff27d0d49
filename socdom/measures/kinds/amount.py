"""What declarations amount to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.errors import DefinitionError, Fault
from socdom.measures.dates import quarter_numbers
from socdom.measures.kinds.rows import RowKind, check_choices, distinct_persons, events
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.measures.tally import Tally

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

    def partial(self, counted: Counted) -> Partial:
        return Partial({"cents": summed(counted), "persons": distinct_persons(counted)})

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        return Tally(partial.counts["cents"] / CENTS_PER_EURO, partial.counts["persons"].astype(float))


def summed(counted: Counted) -> Ints:
    """Sum of the values of the events per group and period, exactly.

    Raises:
        OverflowError: the values are too large to add up to the cent.
    """
    value = counted.spans.value
    if np.abs(value.astype(float)).sum() >= _EXACT:
        raise OverflowError("the amounts are too large to add up to the cent")
    size = counted.shape[0] * counted.shape[1]
    total = np.bincount(counted.cells, weights=value, minlength=size)
    return total.astype(np.int64).reshape(counted.shape)
