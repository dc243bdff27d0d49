"""Distinct persons with help at any moment in the period: start ≤ last day and end ≥ first day, or open (GMSD, CBS)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.dates import quarter_numbers
from socdom.measures.kinds.checks import check_columns
from socdom.measures.kinds.rows import CountKind
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class PersonsActive(CountKind):
    """Inwoners met hulp op een moment in de periode. Iedereen telt één keer.

    Hulp telt mee als zij begon op of voor de laatste dag, en eindigt op of na de eerste dag, of nog loopt.

    Attributes:
        selection: welke rijen.

    Voorbeeld:
        sd.kinds.PersonsActive(sd.Selection("provisions", {"law": "wmo"}))
    """

    selection: Selection

    name = "personen in de periode"
    method = "personen_actief/1"

    def __post_init__(self) -> None:
        check_columns(self.selection, "datetime64[s]", {"start": "start", "end": "end"})

    def spans(self, rows: pd.DataFrame) -> Spans:
        return running(rows, rows["person"].to_numpy(), quarter_numbers(rows["end"]))


def running(rows: pd.DataFrame, unit: Ints, last: Ints) -> Spans:
    """Stretches from the quarter in which a row starts up to `last`, included; what never started is out."""
    started = rows["start"].notna().to_numpy()
    number = rows.index.to_numpy().astype(np.int64)
    spans = Spans(
        number, unit, rows["person"].to_numpy(), quarter_numbers(rows["start"]), last, np.zeros_like(number)
    )
    return spans.take(started)
