"""How much of the money goes to the few providers with the most.

Lines without a provider, and providers whose lines add up to zero or less, are left out. With no more providers than
`top` the share would be everything, so there is none. The base is the number of persons of the lines.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.measures.arranged import Arranged
from socdom.measures.kinds.amount import CENTS_PER_EURO, Declared, clients, of_clients
from socdom.measures.kinds.checks import check_whole_number
from socdom.measures.kinds.providers import cents_of_providers, of_providers
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import Selection
from socdom.measures.tally import Tally


@dataclass(frozen=True)
class Concentration(Declared):
    """Welk deel van de euro's van de periode naar de grootste aanbieders gaat.

    Regels zonder aanbieder tellen niet mee, en ook geen aanbieders die samen nul of minder kregen. Zijn er niet meer
    aanbieders dan `top`, dan is er geen cijfer.

    Attributes:
        selection: welke rijen van "declarations".
        top: hoeveel aanbieders.
        by: "service_quarter" of "received_quarter", zoals bij `Amount`.

    Voorbeeld:
        sd.kinds.Concentration(sd.Selection("declarations", {"law": "jeugd"}), top=3)
    """

    selection: Selection
    top: int = 3
    by: str = "service_quarter"

    name = "aandeel van de grootste aanbieders"
    method = "grootste_aanbieders/1"
    protection = "aandeel_bedrag"
    levels = ("gemeente",)
    takes_denominator = False

    def __post_init__(self) -> None:
        super().__post_init__()
        check_whole_number("Concentration: top", self.top, lowest=1, example=3)

    def prepare(self, tables: Arranged) -> pd.DataFrame:
        rows = super().prepare(tables)
        return rows[rows["provider"] != ""].reset_index(drop=True)

    def partial(self, counted: Counted) -> Partial:
        return Partial(keyed=cents_of_providers(counted), clients={"now": clients(counted)})

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        found = of_providers(partial.keyed, shape, self.top)
        # A part of nothing when there are too few: no share can be formed.
        enough = found.members > self.top
        top, total = (np.where(enough, cents, 0) / CENTS_PER_EURO for cents in (found.top, found.total))
        smaller = np.minimum(self.top, found.members - self.top).astype(float)
        return of_clients(top, partial.clients["now"], denominator=total, providers=np.maximum(smaller, 0))
