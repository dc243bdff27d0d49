"""What happened in the period: signals, contacts, decisions.

A row without the date has not happened. A person with two rows in a quarter counts once in it; so quarters do not add
up to a year, except of rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from socdom.measures.dates import quarter_numbers
from socdom.measures.kinds.checks import check_choices, check_columns
from socdom.measures.kinds.rows import UNITS, CountKind, events, units
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans


@dataclass(frozen=True)
class Events(CountKind):
    """Hoe vaak iets gebeurde in de periode, of bij hoeveel inwoners of huishoudens.

    Een rij zonder de datum is niet gebeurd. Een inwoner met twee rijen in een kwartaal telt daarin één keer.
    Kwartalen mag u daarom niet optellen tot een jaar, behalve bij "rows".

    Attributes:
        selection: welke rijen.
        at: kolom met de datum die de periode bepaalt.
        of: "rows" (rijen), "persons" (inwoners) of "households" (huishoudens).

    Voorbeeld:
        sd.kinds.Events(sd.Selection("applications", {"law": "wmo"}), at="received")
    """

    selection: Selection
    at: str
    of: str = "rows"

    name = "aantal in de periode"
    method = "gebeurtenissen/1"

    def __post_init__(self) -> None:
        check_choices("Events", {"of": (self.of, tuple(UNITS))})
        check_columns(self.selection, "datetime64[s]", {"at": self.at})
        if UNITS[self.of]:
            check_columns(self.selection, "int64", {"of": UNITS[self.of]})

    def spans(self, rows: pd.DataFrame) -> Spans:
        dated = events(rows, quarter_numbers(rows[self.at]), np.zeros(len(rows), dtype=np.int64))
        return replace(dated, unit=units(rows, self.of))
