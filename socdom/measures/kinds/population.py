"""How many inhabitants there are on the first day of the quarter, of an age from and up to and including another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socdom.measures.kinds.base import TotalKind
from socdom.measures.population import inhabitants
from socdom.measures.tally import Tally
from socdom.measures.town import Town
from socdom.tables.codes import OPEN_AGE


@dataclass(frozen=True)
class Population(TotalKind):
    """Inwoners op de eerste dag van het kwartaal, van `age_from` tot en met `age_to` jaar.

    Attributes:
        age_from: laagste leeftijd.
        age_to: hoogste leeftijd; laat weg voor geen bovengrens.

    Voorbeeld:
        sd.kinds.Population(0, 17)
    """

    age_from: int = 0
    age_to: int = OPEN_AGE

    name = "inwoners"
    method = "inwoners/1"
    protection = "openbaar"
    moments = ("stand",)

    @property
    def table(self) -> str:
        return "population"

    def figures(self, town: Town, level: str) -> Tally:
        """Shape (areas of the level, quarters)."""
        counts = inhabitants(town, level, self.age_from, self.age_to)
        return Tally(counts, np.full(counts.shape, np.nan))
