"""Who begins and who ends in the period.

Help of a person (or household) is joined into episodes: a gap of at most `gap_days` days without help is no
interruption, and an administrative end (`selection.administrative`: reasons 20, 37, 38, and 36 with an
administrative change) is no end: the episode stays open until help starts again. An episode that has not ended
in the delivery has no outflow, also when its last end was administrative.

Inflow counts episodes by the period of their first day, outflow by the period of their last day. With 90
days or more, a person begins or ends at most once in a quarter, so those counts are of persons; in a year they
are of episodes. A person who begins and ends in one period counts in both. `Stock(gap_days=...)` is the stock
that balances with them.

A category (by a column) of inflow is that of the rows with which the episode begins; of outflow, of the rows
with which it ends. Several are possible, so the parts may add up to more than the whole.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.dates import day_numbers, quarters_of_days
from socdom.measures.kinds.checks import check_choices, check_columns, check_whole_number, of_same_law
from socdom.measures.kinds.rows import UNITS, CountKind
from socdom.measures.selection import GAP_DAYS, Selection, episodes_of
from socdom.measures.spans import Spans
from socdom.stats.episodes import Episodes

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Flow(CountKind):
    """Episodes by one of their edges.

    Attributes:
        selection: the rows.
        of: persons or households.
        gap_days: whole days without help that are no interruption.
    """

    selection: Selection
    of: str = "persons"
    gap_days: int = GAP_DAYS

    def __post_init__(self) -> None:
        check_choices("Flow", {"of": (self.of, ("persons", "households"))})
        check_whole_number("Flow: gap_days", self.gap_days, lowest=0, example=GAP_DAYS)
        check_columns(self.selection, "datetime64[s]", {"start": "start", "end": "end"})
        check_columns(self.selection, "int64", {"of": UNITS[self.of]})

    def spans(self, rows: pd.DataFrame) -> Spans:
        rows = rows[rows["start"].notna()]
        episodes = episodes_of(rows, UNITS[self.of], self.gap_days)
        edge, at_edge = self._edge(rows, episodes)
        quarter = quarters_of_days(edge)
        person = rows["person"].to_numpy()
        row = rows.index.to_numpy().astype(np.int64)
        return Spans(row, episodes.number, person, quarter, quarter, np.zeros_like(row)).take(at_edge)

    def _edge(self, rows: pd.DataFrame, episodes: Episodes) -> tuple[Ints, NDArray[np.bool_]]:
        raise NotImplementedError


@dataclass(frozen=True)
class Inflow(Flow):
    """Instroom: inwoners of huishoudens bij wie hulp begint in de periode.

    Hulp van een inwoner hoort bij elkaar zolang er niet meer dan `gap_days` dagen zonder hulp tussen zitten. Een
    einde dat alleen op papier is, zoals een andere aanbieder, is geen einde.

    Attributes:
        selection: welke rijen.
        of: "persons" (inwoners) of "households" (huishoudens).
        gap_days: hoeveel hele dagen zonder hulp geen onderbreking zijn.

    Voorbeeld:
        sd.kinds.Inflow(sd.Selection("provisions", {"law": "wmo"}))
    """

    name = "instroom"
    method = "instroom/1"

    def _edge(self, rows: pd.DataFrame, episodes: Episodes) -> tuple[Ints, NDArray[np.bool_]]:
        return episodes.start, day_numbers(rows["start"]) == episodes.start


@dataclass(frozen=True)
class Outflow(Flow):
    """Uitstroom: inwoners of huishoudens bij wie hulp stopt in de periode. Verder zoals `Inflow`.

    Attributes:
        selection: welke rijen.
        of: "persons" (inwoners) of "households" (huishoudens).
        gap_days: hoeveel hele dagen zonder hulp geen onderbreking zijn.
        reasons: alleen wat om een van deze redenen stopt; leeg voor alles.

    Voorbeeld:
        sd.kinds.Outflow(sd.Selection("provisions", {"law": "wmo"}))
    """

    reasons: tuple[str, ...] = ()

    name = "uitstroom"
    method = "uitstroom/1"

    def __post_init__(self) -> None:
        super().__post_init__()
        of_same_law(self.selection, {"end_reason": self.reasons})  # refuses a reason that cannot occur

    def _edge(self, rows: pd.DataFrame, episodes: Episodes) -> tuple[Ints, NDArray[np.bool_]]:
        # An episode that has not ended falls out later: its last day lies beyond every quarter of a run.
        last = day_numbers(rows["end"]) == episodes.end
        if self.reasons:
            last &= rows["end_reason"].isin(self.reasons).to_numpy()
        return episodes.end, last
