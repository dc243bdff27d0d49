"""Which part of the cases of a quarter has a property."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.measures.dates import quarter_numbers
from socdom.measures.kinds.checks import check_columns, check_whole_number, of_same_law
from socdom.measures.kinds.duration import finished
from socdom.measures.kinds.rows import RowKind, events, per_cell
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.measures.tally import Tally


@dataclass(frozen=True)
class _Proportion(RowKind):
    """Cases with value 1 among all cases; both are whole cases, and the base is the number of all."""

    selection: Selection

    protection = "aandeel"
    takes_denominator = False

    def partial(self, counted: Counted) -> Partial:
        return Partial({"part": per_cell(counted, counted.spans.value == 1), "whole": per_cell(counted)})

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        return Tally.of_share(partial.counts["part"], partial.counts["whole"])


@dataclass(frozen=True)
class Share(_Proportion):
    """Welk deel van de rijen bepaalde codes heeft.

    Attributes:
        selection: de rijen die samen het geheel zijn.
        part: kolom met codes → de code of codes die het deel zijn.
        at: kolom met de datum die het kwartaal bepaalt.

    Voorbeeld:
        sd.kinds.Share(sd.Selection("provisions", {"law": "wmo"}), part={"form": "pgb"})
    """

    part: Mapping[str, str | tuple[str, ...]]
    at: str = "start"

    name = "aandeel"
    method = "aandeel/1"

    def __post_init__(self) -> None:
        check_columns(self.selection, "datetime64[s]", {"at": self.at})
        self._part()

    def spans(self, rows: pd.DataFrame) -> Spans:
        inside = self._part().matches(rows)
        dated = rows[self.at].notna().to_numpy()
        return events(rows, quarter_numbers(rows[self.at]), inside.astype(np.int64)).take(dated)

    def _part(self) -> Selection:
        """The part as a selection, which refuses columns and codes that cannot occur."""
        return of_same_law(self.selection, self.part)


@dataclass(frozen=True)
class ShareWithin(_Proportion):
    """Welk deel van de zaken binnen een termijn klaar was, in het kwartaal van de tweede datum.

    Attributes:
        selection: welke rijen.
        from_: kolom met de eerste datum.
        to: kolom met de tweede datum.
        days: de termijn. Een zaak van precies zoveel dagen is op tijd.

    Voorbeeld:
        sd.kinds.ShareWithin(sd.Selection("applications", {"law": "wmo"}), from_="received", to="decided", days=56)
    """

    from_: str
    to: str
    days: int

    name = "aandeel binnen de termijn"
    method = "aandeel_binnen_termijn/1"

    def __post_init__(self) -> None:
        check_columns(self.selection, "datetime64[s]", {"from_": self.from_, "to": self.to})
        check_whole_number("ShareWithin: days", self.days, lowest=0, example=56)

    def spans(self, rows: pd.DataFrame) -> Spans:
        cases = finished(rows, self.from_, self.to)
        within = (cases.value <= self.days).astype(np.int64)
        return Spans(cases.row, cases.unit, cases.person, cases.first, cases.last, within)
