"""How a change is divided for each way of counting, or why it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from socdom.measures.kinds.amount import Amount
from socdom.measures.kinds.base import Kind
from socdom.measures.kinds.budget import Budget
from socdom.measures.kinds.concentration import Concentration
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.events import Events
from socdom.measures.kinds.external import External
from socdom.measures.kinds.flows import Inflow, Outflow
from socdom.measures.kinds.open_cases import OpenAge, OpenBeyond, OpenCount
from socdom.measures.kinds.overlap import Overlap
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.population import Population
from socdom.measures.kinds.prices import AmountChange, AmountPerPerson, UnitPrice
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.kinds.share import Share, ShareWithin
from socdom.measures.kinds.stock import Stock

# aantal: what each group adds to a count (or to a rate); deel: what each group did itself, and the other mix of groups;
# duur: what a statistic becomes when a group is put back; gepubliceerd: from the published figures only.
Road = Literal["aantal", "deel", "duur", "gepubliceerd"]


@dataclass(frozen=True)
class Way:
    """How the change of a kind is divided.

    Attributes:
        road: which of the methods.
        reason: Dutch sentence, why there is no more.
        flows: who came and who went can be told beside it.
        prices: the number of clients, what they get and what that costs can be told beside it.
    """

    road: Road
    reason: str = ""
    flows: bool = False
    prices: bool = False


_TOTALS = "Van dit cijfer zijn er geen rijen van personen. Wij verdelen wat in de cijfers zelf staat."
_WAYS: dict[type[Kind], Way] = {
    PersonsActive: Way("aantal", flows=True),
    Stock: Way("aantal", flows=True),
    OpenCount: Way("aantal", flows=True),
    Events: Way("aantal"),
    Inflow: Way("aantal"),
    Outflow: Way("aantal"),
    Reentry: Way("aantal"),
    Overlap: Way("aantal", flows=True),
    Share: Way("deel"),
    ShareWithin: Way("deel"),
    OpenBeyond: Way("deel"),
    AmountPerPerson: Way("deel"),
    UnitPrice: Way("deel"),
    Amount: Way("aantal", prices=True),
    AmountChange: Way("aantal", prices=True),
    Duration: Way("duur"),
    OpenAge: Way("duur"),
    Concentration: Way(
        "gepubliceerd",
        "Wie de grootste aanbieders zijn, verandert zelf ook. Daarom is dit aandeel niet over groepen te verdelen.",
    ),
    Population: Way("gepubliceerd", _TOTALS),
    Budget: Way("gepubliceerd", _TOTALS),
    External: Way("gepubliceerd", "Deze cijfers komen van een ander. De rijen erachter hebben wij niet."),
}


def way_of(measure: Kind) -> Way:
    """How the change of figures of this kind is divided."""
    if isinstance(measure, Overlap | Reentry) and measure.share:
        return Way("deel")
    return _WAYS[type(measure)]
