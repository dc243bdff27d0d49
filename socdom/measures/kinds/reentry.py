"""Who comes back: an episode that begins not long after the one before it ended.

Episodes are those of `Inflow`; the end of an episode is its real end, as for `Outflow`. Of the first periods of a
run, or of a registration that begins later, nothing is known: whoever came back then may have left before it. The
share is of all episodes that begin.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import pandas as pd

from socdom.measures.dates import day_numbers, quarters_of_days
from socdom.measures.kinds.checks import check_whole_number
from socdom.measures.kinds.flows import Flow
from socdom.measures.kinds.rows import UNITS, ShareOrNumber, distinct_units
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import episodes_of
from socdom.measures.spans import Spans
from socdom.measures.tally import Tally
from socdom.quarters import Quarter
from socdom.stats.previous_end import days_since_previous


@dataclass(frozen=True)
class Reentry(ShareOrNumber, Flow):
    """Herinstroom: wie hulp begint nadat eerdere hulp kort daarvoor stopte.

    Hulp hoort bij elkaar zoals bij `Inflow`. Over de eerste periodes is niets bekend: wie toen terugkwam, kan
    daarvoor zijn gestopt.

    Attributes:
        selection: welke rijen.
        of: "persons" (inwoners) of "households" (huishoudens).
        gap_days: hoeveel hele dagen zonder hulp geen onderbreking zijn.
        within_days: hoeveel dagen er hoogstens zitten tussen stoppen en opnieuw beginnen.
        share: True voor hun deel van alle hulp die begint; False voor hun aantal.

    Voorbeeld:
        sd.kinds.Reentry(sd.Selection("provisions", {"law": "jeugd"}), within_days=365)
    """

    within_days: int = 365
    share: bool = False

    names = ("herinstroom", "aandeel herinstroom")
    counting = "herinstroom/1"

    def __post_init__(self) -> None:
        super().__post_init__()
        # Two episodes are at least this far apart: with less, nobody could come back, and zero looks like a figure.
        shortest = self.gap_days + 2
        check_whole_number("Reentry: within_days", self.within_days, lowest=shortest, example=shortest + 365)

    def known_from(self, start: Quarter) -> Quarter:
        """The first quarter before which `within_days` days are registered."""
        day = start.start + timedelta(days=self.within_days)
        quarter = Quarter.of(day)
        return quarter if quarter.start == day else Quarter.from_index(quarter.index + 1)

    def spans(self, rows: pd.DataFrame) -> Spans:
        rows = rows[rows["start"].notna()]
        episodes = episodes_of(rows, UNITS[self.of], self.gap_days)
        opening = day_numbers(rows["start"]) == episodes.start
        rows, number = rows[opening], episodes.number[opening]
        start, end = episodes.start[opening], episodes.end[opening]
        days, follows = days_since_previous(rows[UNITS[self.of]].to_numpy(), start, end)
        again = (follows & (days <= self.within_days)).astype(np.int64)
        quarter = quarters_of_days(start)
        row = rows.index.to_numpy().astype(np.int64)
        return Spans(row, number, rows["person"].to_numpy(), quarter, quarter, again)

    def partial(self, counted: Counted) -> Partial:
        returned = distinct_units(counted, counted.spans.value == 1)
        # How much of the time before each period lies in the run; the same in every part of the persons.
        known = counted.first_days - counted.first_days[0] >= self.within_days
        sure = np.broadcast_to(known, counted.shape).astype(np.int64)
        return Partial({"returned": returned, "begun": distinct_units(counted), "sure": sure})

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        sure = partial.counts["sure"] > 0
        returned, begun = (np.where(sure, partial.counts[name], np.nan) for name in ("returned", "begun"))
        if self.share:
            return Tally(returned, begun, denominator=begun)
        return Tally(returned, returned)
