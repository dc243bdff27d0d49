"""Elke manier van tellen, met haar eigen naam: `sd.kinds.PersonsActive`, `sd.kinds.Duration`, …

In docs/methoden.md staat elke manier met een voorbeeld op verzonnen rijen. De uitleg bij een naam zegt wat zij vraagt.

Voorbeeld:
    sd.kinds.PersonsActive(sd.Selection("provisions", {"law": "wmo"}))
"""

from socdom.measures.kinds.amount import Amount
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

__all__ = [
    "Amount",
    "AmountChange",
    "AmountPerPerson",
    "Budget",
    "Concentration",
    "Duration",
    "Events",
    "External",
    "Inflow",
    "OpenAge",
    "OpenBeyond",
    "OpenCount",
    "Outflow",
    "Overlap",
    "PersonsActive",
    "Population",
    "Reentry",
    "Share",
    "ShareWithin",
    "Stock",
    "UnitPrice",
]
