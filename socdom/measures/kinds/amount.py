"""What declarations amount to.

`Amount` is their sum in euros, credits taken off; the base is the number of persons they are about.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.errors import DefinitionError, Fault
from socdom.measures.dates import quarter_numbers
from socdom.measures.kinds.checks import check_choices
from socdom.measures.kinds.rows import RowKind, events
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.measures.tally import Tally
from socdom.stats.contributors import Contributors, contributors
from socdom.stats.sums import exact_sums

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

DATE_OF = {"service_quarter": "service_start", "received_quarter": "received"}
CENTS_PER_EURO = 100


class Declared(RowKind):
    """Lines of declarations, each an event worth its eurocents; a subclass has fields `selection` and `by`."""

    selection: Selection
    by: str

    def __post_init__(self) -> None:
        kind = type(self).__name__
        if self.selection.table != "declarations":
            raise DefinitionError(
                Fault(
                    f"{kind}: selection", 'rijen van "declarations"', remedy='Kies de tabel "declarations".'
                )
            )
        check_choices(kind, {"by": (self.by, tuple(DATE_OF))})

    def spans(self, rows: pd.DataFrame) -> Spans:
        return events(rows, quarter_numbers(rows[DATE_OF[self.by]]), rows["amount"].to_numpy())


@dataclass(frozen=True)
class Amount(Declared):
    """De som van de declaraties in euro. Wat is teruggenomen, gaat eraf.

    Attributes:
        selection: welke rijen van "declarations".
        by: "service_quarter" (toen de hulp werd gegeven) of "received_quarter" (toen de rekening kwam).

    Voorbeeld:
        sd.kinds.Amount(sd.Selection("declarations", {"law": "wmo"}))
    """

    selection: Selection
    by: str = "service_quarter"

    name = "bedrag van declaraties"
    method = "declaraties/1"
    protection = "bedrag"

    def partial(self, counted: Counted) -> Partial:
        return paid(counted)

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        return of_clients(partial.counts["cents"] / CENTS_PER_EURO, partial.clients["now"])


def paid(counted: Counted) -> Partial:
    """The eurocents of the events, and the clients they are about."""
    return Partial({"cents": summed(counted, counted.spans.value)}, clients={"now": clients(counted)})


def summed(counted: Counted, value: Ints) -> Ints:
    """Sum of a value of the events per group and period, exactly.

    Raises:
        OverflowError: the values are too large to be summed exactly.
    """
    size = counted.shape[0] * counted.shape[1]
    return exact_sums(counted.cells, value, size).reshape(counted.shape)


def clients(counted: Counted) -> Contributors:
    """The persons with a line per group and period, and the eurocents of the two with the most."""
    size = counted.shape[0] * counted.shape[1]
    spans = counted.spans
    found = contributors(counted.cells, spans.person, spans.value, size)
    return found.each(lambda array: array.reshape(counted.shape))


def of_clients(euros: Floats, some: Contributors, **other: Floats) -> Tally:
    """A figure about euros, of which the base is the number of clients."""
    largest, two_largest = some.first / CENTS_PER_EURO, (some.first + some.second) / CENTS_PER_EURO
    return Tally(euros, some.number.astype(float), largest=largest, two_largest=two_largest, **other)
