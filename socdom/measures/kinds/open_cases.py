"""What has begun and is not finished yet on the last day of the period.

A case is open on a day when its first date is on or before it and its second date is after it, or missing. Its age is
the number of days from its first date to the day.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.measures.dates import day_numbers, quarter_numbers
from socdom.measures.kinds.checks import check_columns, check_whole_number
from socdom.measures.kinds.rows import AtEnd, RowKind
from socdom.measures.kinds.statistics import NAMES, StatisticKind, by_days
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.measures.tally import Tally
from socdom.stats.histograms import Histogram
from socdom.stats.running import count_running, count_running_by_value


class _Open(AtEnd, RowKind):
    """Stretches of quarters on whose last day a case is open; their value is the day it began.

    A subclass has fields `from_` and `to`, the columns of the two dates.
    """

    selection: Selection
    from_: str
    to: str

    def __post_init__(self) -> None:
        check_columns(self.selection, "datetime64[s]", {"from_": self.from_, "to": self.to})

    def spans(self, rows: pd.DataFrame) -> Spans:
        number = rows.index.to_numpy().astype(np.int64)
        first = quarter_numbers(rows[self.from_])
        # Quarter of the second date minus one: what is finished on the last day is not open any more.
        last = quarter_numbers(rows[self.to]) - 1
        spans = Spans(number, number, rows["person"].to_numpy(), first, last, day_numbers(rows[self.from_]))
        return spans.take(rows[self.from_].notna().to_numpy())


@dataclass(frozen=True)
class OpenCount(_Open):
    """Hoeveel zaken open zijn op de laatste dag van de periode: begonnen, en nog niet klaar.

    Attributes:
        selection: welke rijen.
        from_: kolom met de dag waarop een zaak begint.
        to: kolom met de dag waarop zij klaar is.

    Voorbeeld:
        sd.kinds.OpenCount(sd.Selection("applications", {"law": "wmo"}), from_="received", to="decided")
    """

    selection: Selection
    from_: str
    to: str

    name = "open zaken"
    method = "open_zaken/1"
    protection = "personen"

    def partial(self, counted: Counted) -> Partial:
        return Partial({"open": _running(counted)})

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        return Tally.of_counts(partial.counts["open"])


@dataclass(frozen=True)
class OpenBeyond(_Open):
    """Welk deel van de open zaken ouder is dan een termijn.

    Attributes:
        selection: welke rijen.
        from_: kolom met de dag waarop een zaak begint.
        to: kolom met de dag waarop zij klaar is.
        days: de termijn. Een zaak van precies zoveel dagen is nog op tijd.

    Voorbeeld:
        sd.kinds.OpenBeyond(sd.Selection("applications", {"law": "wmo"}), from_="received", to="decided", days=56)
    """

    selection: Selection
    from_: str
    to: str
    days: int

    name = "aandeel open zaken na de termijn"
    method = "open_na_termijn/1"
    protection = "aandeel"
    takes_denominator = False

    def __post_init__(self) -> None:
        super().__post_init__()
        check_whole_number("OpenBeyond: days", self.days, lowest=0, example=56)

    def partial(self, counted: Counted) -> Partial:
        # The first period on whose last day the term is over.
        over = np.searchsorted(counted.last_days, counted.spans.value + self.days + 1)
        return Partial({"beyond": _running(counted, over), "open": _running(counted)})

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        return Tally.of_share(partial.counts["beyond"], partial.counts["open"])


@dataclass(frozen=True)
class OpenAge(_Open, StatisticKind):
    """Hoe lang de open zaken al open zijn, op de laatste dag van de periode.

    Attributes:
        selection: welke rijen.
        from_: kolom met de dag waarop een zaak begint.
        to: kolom met de dag waarop zij klaar is.
        unit: "dagen" of "weken".
        statistic: "mediaan" (de middelste) of "p90", zoals bij `Duration`.

    Voorbeeld:
        sd.kinds.OpenAge(sd.Selection("applications", {"law": "wmo"}), from_="received", to="decided")
    """

    selection: Selection
    from_: str
    to: str
    unit: str = "dagen"
    statistic: str = "mediaan"

    def __post_init__(self) -> None:
        super().__post_init__()
        self.check_statistic()

    @property
    def name(self) -> str:
        return f"leeftijd van open zaken ({NAMES[self.statistic]})"

    @property
    def method(self) -> str:
        return f"{self.statistic}_open/1"

    def partial(self, counted: Counted) -> Partial:
        spans = counted.spans
        begun = count_running_by_value(counted.group, spans.value, spans.first, spans.last, counted.shape)
        age = counted.last_days[begun.cell % counted.shape[1]] - begun.value
        return by_days(Histogram(begun.cell, age, begun.count))


def _running(counted: Counted, since: np.ndarray | None = None) -> np.ndarray:
    """Number of cases per group and period; from a period on (`since`) when given."""
    first = counted.spans.first if since is None else np.maximum(counted.spans.first, since)
    return count_running(counted.group, first, counted.spans.last, counted.shape)
