"""What a taakveld was to cost, and what was booked: euros of a group of taakvelden, from January on.

A quarter has a figure when every code of the list that occurs in that year is there, and of each comparable group at
least one; otherwise it is unknown. Lists by year: `socdom.measures.taakvelden.codes_of_groups`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.errors import DefinitionError, Fault
from socdom.measures.kinds.base import TotalKind
from socdom.measures.kinds.checks import check_choices
from socdom.measures.taakvelden import comparison_faults, group_of
from socdom.measures.tally import Tally
from socdom.measures.town import Town
from socdom.tables.codes import SIDES

_COLUMN = {"realised": "realised", "budget": "budget", "use": "realised"}


@dataclass(frozen=True)
class Budget(TotalKind):
    """Euro's van een groep taakvelden in een jaar, tot en met het kwartaal.

    Er is een cijfer als elke code van de lijst die dat jaar voorkomt er is, en van elke groep ten minste een.

    Attributes:
        taakvelden: eerste jaar van een lijst → de codes. Iv3 veranderde ze in 2023 en 2025.
        side: "lasten" of "baten".
        what: "realised" (geboekt sinds januari), "budget" (begroot voor het hele jaar, zoals het in het kwartaal stond)
            of "use" (geboekt gedeeld door begroot).

    Voorbeeld:
        sd.kinds.Budget({2017: ("6.3",)}, "lasten")
    """

    taakvelden: Mapping[int, tuple[str, ...]]
    side: str
    what: str = "realised"

    name = "begroting en realisatie"
    method = "begroting/1"
    protection = "openbaar"
    moments = ("jaar",)
    levels = ("gemeente",)
    takes_denominator = False

    @property
    def table(self) -> str:
        return "budget"

    def __post_init__(self) -> None:
        if not self.taakvelden:
            raise DefinitionError(
                Fault(
                    "Budget: taakvelden",
                    "minstens één lijst",
                    remedy='Schrijf bijvoorbeeld {2017: ("6.3",)}.',
                )
            )
        if faults := list(comparison_faults(self.taakvelden)):
            raise DefinitionError(faults)
        check_choices("Budget", {"side": (self.side, SIDES), "what": (self.what, tuple(_COLUMN))})

    def figures(self, town: Town, level: str) -> Tally:
        """Shape (1, quarters); the base is unknown because no persons are behind it."""
        booked = self._booked(town)
        shape = (1, town.calendar.size)
        tally = Tally(booked[_COLUMN[self.what]].to_numpy().reshape(shape), np.full(shape, np.nan))
        return tally.per(booked["budget"].to_numpy().reshape(shape)) if self.what == "use" else tally

    def _booked(self, town: Town) -> pd.DataFrame:
        """Budget and realised per quarter of the run; NaN where a code or a whole group is missing."""
        table = town.tables.budget
        year = table["quarter"] // 4
        mine = table[(table["side"] == self.side) & self._holds(table["taakveld"], year.to_numpy())]
        mine = mine.assign(group=mine["taakveld"].map(group_of))
        expected = mine.groupby(mine["quarter"] // 4)["taakveld"].nunique()
        by_quarter = mine.groupby("quarter")
        total = by_quarter[["budget", "realised"]].sum()
        there = by_quarter[["taakveld", "group"]].nunique()
        complete = there["taakveld"].to_numpy() == expected.reindex(there.index // 4).to_numpy()
        complete &= there["group"].to_numpy() == self._groups
        return total[complete].reindex(town.calendar.first_quarters).astype(float)

    @property
    def _groups(self) -> int:
        """Number of comparable groups; the same in every list."""
        return len({group_of(code) for codes in self.taakvelden.values() for code in codes})

    def _holds(self, taakveld: pd.Series, year: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether a code is of the list that holds in its year."""
        found = np.zeros(len(taakveld), dtype=bool)
        for first in sorted(self.taakvelden):
            listed = taakveld.isin(self.taakvelden[first]).to_numpy()
            found = np.where(year >= first, listed, found)
        return found
