"""How long something took: a statistic of what was finished in the period.

Only finished cases count: both dates are known. A case whose second date is before its first (help that was allocated
afterwards) says nothing about waiting and is left out. The 90th percentile is by nearest rank.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from socdom.measures.dates import day_numbers, quarter_numbers
from socdom.measures.kinds.checks import check_columns
from socdom.measures.kinds.rows import events
from socdom.measures.kinds.statistics import NAMES, StatisticKind, by_days
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.stats.histograms import Histogram


@dataclass(frozen=True)
class Duration(StatisticKind):
    """Hoe lang iets duurde: van de ene datum tot de andere, in de periode van de tweede.

    Alleen wat klaar is, telt: beide dagen zijn bekend. Een zaak waarvan de tweede dag vóór de eerste ligt, zegt niets
    over wachten en telt niet mee.

    Attributes:
        selection: welke rijen.
        from_: kolom met de eerste datum.
        to: kolom met de tweede datum.
        unit: "dagen" of "weken".
        statistic: "mediaan" (de middelste), of "p90": het kleinste aantal dagen waarbinnen ten minste 90% van de zaken
            klaar was.

    Voorbeeld:
        sd.kinds.Duration(sd.Selection("applications", {"law": "wmo"}), from_="received", to="decided")
    """

    selection: Selection
    from_: str
    to: str
    unit: str = "dagen"
    statistic: str = "mediaan"

    def __post_init__(self) -> None:
        self.check_statistic()
        check_columns(self.selection, "datetime64[s]", {"from_": self.from_, "to": self.to})

    @property
    def name(self) -> str:
        return f"duur ({NAMES[self.statistic]})"

    @property
    def method(self) -> str:
        return f"{self.statistic}_duur/1"

    def spans(self, rows: pd.DataFrame) -> Spans:
        return finished(rows, self.from_, self.to)

    def partial(self, counted: Counted) -> Partial:
        return by_days(Histogram.of_values(counted.cells, counted.spans.value))


def finished(rows: pd.DataFrame, from_: str, to: str) -> Spans:
    """One event for each finished case, in the quarter of its second date, with its number of days."""
    days = day_numbers(rows[to]) - day_numbers(rows[from_])
    complete = (rows[from_].notna() & rows[to].notna()).to_numpy() & (days >= 0)
    return events(rows, quarter_numbers(rows[to]), days).take(complete)
