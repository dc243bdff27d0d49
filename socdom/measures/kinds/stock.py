"""How many there are on the last day of the period: start ≤ day and end > day, or open.

An end on the last day is not in the closing stock, as at CBS (Beleidsinformatie Jeugd, eindstand). Without `gap_days`
only who has something running on the day itself counts. With it, who is in an episode of help as `Inflow` and
`Outflow` with the same number see it, so also who is within a gap or after an administrative end. Then for every
quarter, for the municipality as a whole and without limits of age: opening stock + inflow - outflow = closing stock,
exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from socdom.measures.dates import quarter_numbers, quarters_of_days
from socdom.measures.kinds.checks import check_choices, check_columns, check_whole_number
from socdom.measures.kinds.persons_active import running
from socdom.measures.kinds.rows import UNITS, AtEnd, CountKind, units
from socdom.measures.selection import GAP_DAYS, Selection, episodes_of
from socdom.measures.spans import Spans


@dataclass(frozen=True)
class Stock(AtEnd, CountKind):
    """Hoeveel inwoners, huishoudens of rijen er zijn op de laatste dag van de periode.

    Hulp telt mee als zij op of voor die dag begon en erna eindigt, of nog loopt. Zo telt ook CBS.

    Attributes:
        selection: welke rijen.
        of: "persons" (inwoners), "households" (huishoudens) of "rows" (rijen).
        gap_days: leeg telt alleen wat op de dag zelf loopt. Een getal telt ook wie er zo kort tussenuit is, zoals bij
            `Inflow`. Dan klopt voor de hele gemeente: begin + instroom - uitstroom = eind.

    Voorbeeld:
        sd.kinds.Stock(sd.Selection("provisions", {"law": "wmo"}), gap_days=90)
    """

    selection: Selection
    of: str = "persons"
    gap_days: int | None = None

    name = "stand aan het eind van de periode"
    method = "stand/1"

    def __post_init__(self) -> None:
        allowed = tuple(UNITS) if self.gap_days is None else ("persons", "households")
        check_choices("Stock", {"of": (self.of, allowed)})
        if self.gap_days is not None:
            check_whole_number("Stock: gap_days", self.gap_days, lowest=0, example=GAP_DAYS)
        check_columns(self.selection, "datetime64[s]", {"start": "start", "end": "end"})
        if UNITS[self.of]:
            check_columns(self.selection, "int64", {"of": UNITS[self.of]})

    def spans(self, rows: pd.DataFrame) -> Spans:
        # Quarter of the end minus one: an end on the last day of a quarter is not in that quarter's stock.
        if self.gap_days is None:
            return running(rows, units(rows, self.of), quarter_numbers(rows["end"]) - 1)
        rows = rows[rows["start"].notna()]
        episodes = episodes_of(rows, UNITS[self.of], self.gap_days)
        return running(rows, episodes.number, quarters_of_days(episodes.end) - 1)
