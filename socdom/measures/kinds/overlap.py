"""Who has help under more than one law in the same period.

The household of everybody is the one in `persons`; it lives where its person with the lowest number lives. The share
is of everybody with at least one law.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.arranged import Arranged
from socdom.measures.dimensions import Dimension
from socdom.measures.dimensions.overlap import LAWS
from socdom.measures.kinds.checks import check_choices
from socdom.measures.kinds.laws import NAMES, QUARTERLY, ROWS_OF_LAWS, SIZES, YEARLY, stretches_of_laws
from socdom.measures.kinds.rows import ShareOrNumber
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.measures.tally import Tally
from socdom.stats.running import count_running

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Overlap(ShareOrNumber):
    """Inwoners of huishoudens met hulp uit meer wetten tegelijk: Wmo, jeugd, participatie, schulden.

    Attributes:
        of: "persons" (inwoners) of "households" (huishoudens).
        at_least: uit hoeveel wetten, van 2 tot en met 4.
        share: True voor hun deel van iedereen met hulp uit ten minste één wet; False voor hun aantal.

    Voorbeeld:
        sd.kinds.Overlap("households", at_least=2)
    """

    of: str = "persons"
    at_least: int = 2
    share: bool = False

    levels = ("gemeente", "wijk")
    names = ("hulp uit meer wetten", "aandeel met hulp uit meer wetten")
    counting = "stapeling/1"

    def __post_init__(self) -> None:
        check_choices(
            "Overlap",
            {
                "of": (self.of, ("persons", "households")),
                "at_least": (self.at_least, tuple(range(2, len(LAWS) + 1))),
            },
        )

    @property
    def table(self) -> str:
        return "provisions"

    @property
    def ages(self) -> None:
        """Everybody."""
        return None

    def fits(self, dimension: Dimension) -> bool:
        """By number or combination of laws, of the total that these add up to."""
        return dimension.column in NAMES and self.at_least == 2 and not self.share

    @property
    def needs(self) -> tuple[Selection, ...]:
        return ROWS_OF_LAWS

    def prepare(self, tables: Arranged) -> pd.DataFrame:
        """One row for each stretch of quarters in which a unit has one set of laws, and the same for years."""
        rows = tables.kept(("overlap", self.of), lambda: stretches_of_laws(tables, self.of))
        enough = SIZES[rows["members"]] >= (1 if self.share else self.at_least)
        return rows[enough].reset_index(drop=True)

    def spans(self, rows: pd.DataFrame) -> Spans:
        columns = ("unit", "person", "first", "last", "every")
        return Spans(np.arange(len(rows)), *(rows[name].to_numpy() for name in columns))

    def in_years(self, spans: Spans) -> Spans:
        """The stretches that were made for years, numbered in years."""
        years = super().in_years(spans.take(spans.value == YEARLY))
        return replace(years, value=np.full(len(years), QUARTERLY))

    def partial(self, counted: Counted) -> Partial:
        size = SIZES[counted.rows["members"].to_numpy()[counted.spans.row]]
        mine = counted.spans.value == QUARTERLY
        counts = {"several": _running(counted, mine & (size >= self.at_least))}
        if self.share:
            counts["any"] = _running(counted, mine)
        return Partial(counts)

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        several = partial.counts["several"]
        return Tally.of_share(several, partial.counts["any"]) if self.share else Tally.of_counts(several)


def _running(counted: Counted, where: NDArray[np.bool_]) -> Ints:
    spans = counted.spans.take(where)
    return count_running(counted.group[where], spans.first, spans.last, counted.shape)
