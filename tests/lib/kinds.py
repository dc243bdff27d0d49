"""Every kind of measure in awkward settings, as indicators with an id of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from socdom.measures.denominators import ADULTS, EVERYBODY, HOUSEHOLDS, YOUTH_0_17
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Amount
from socdom.measures.kinds.concentration import Concentration
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.events import Events
from socdom.measures.kinds.flows import Inflow, Outflow
from socdom.measures.kinds.open_cases import OpenAge, OpenBeyond, OpenCount
from socdom.measures.kinds.overlap import Overlap
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.population import Population
from socdom.measures.kinds.prices import AmountChange, AmountPerPerson, UnitPrice
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.kinds.share import Share, ShareWithin
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection
from tests.lib.definitions import indicator

ALL = Selection("provisions")
WMO = Selection("provisions", {"law": "wmo"})
YOUTH = Selection("provisions", {"law": "jeugd"})
NEW_YOUTH = Selection("provisions", {"law": "jeugd"}, new_only=True)
BENEFITS = Selection("benefits")
DEBTS = Selection("debt_trajectories")
APPLICATIONS = Selection("applications")
SIGNALS = Selection("debt_signals")
LINES = Selection("declarations")

PART = {"scale": 100, "format": "procent", "unit": "procent"}
STAND = {"moment": "stand"}
GEMEENTE = {"levels": ("gemeente",)}
CHANGE = "hoeveelheid_prijs_samenstelling"

_COUNTS: dict[str, dict[str, Any]] = {
    "actief": {
        "measure": PersonsActive(ALL),
        "group_by": ("vorm", "leeftijd", "soort_wmo"),
        "per": EVERYBODY,
    },
    "actief_jong": {
        "measure": PersonsActive(Selection("provisions", {"law": "jeugd"}, ages=(0, 17))),
        "per": YOUTH_0_17,
        "group_by": ("leeftijd_jeugd", "verwijzer", "categorie_jeugd"),
        "scale": 10_000,
        "format": "per_10000",
        "unit": "per 10.000 jongeren",
    },
    "actief_werk": {
        "measure": PersonsActive(Selection("reintegrations")),
        "group_by": ("soort_reintegratie",),
    },
    "stand": {"measure": Stock(ALL), "group_by": ("vorm", "leeftijd"), **STAND},
    "stand_rijen": {"measure": Stock(ALL, of="rows"), "group_by": ("vorm", "categorie_wmo"), **STAND},
    "stand_huishoudens": {"measure": Stock(BENEFITS, of="households"), "per": HOUSEHOLDS, **STAND},
    "stand_reeks": {"measure": Stock(WMO, gap_days=90), "group_by": ("leeftijd",), "per": ADULTS, **STAND},
    "erbij": {"measure": Inflow(ALL), "group_by": ("vorm", "leeftijd", "soort_jeugd")},
    "erbij_zonder_gat": {"measure": Inflow(WMO, gap_days=0)},
    "erbij_huishoudens": {"measure": Inflow(BENEFITS, of="households", gap_days=28)},
    "eraf": {"measure": Outflow(ALL), "group_by": ("vorm", "leeftijd", "einde_wmo")},
    "eraf_werk": {
        "measure": Outflow(BENEFITS, of="households", reasons=("werk",)),
        "group_by": ("reden_uitkering",),
    },
    "terug": {"measure": Reentry(ALL), "group_by": ("vorm", "leeftijd")},
    "terug_kort": {"measure": Reentry(YOUTH, gap_days=28, within_days=91), "per": EVERYBODY},
    "terug_huishoudens": {"measure": Reentry(BENEFITS, of="households", gap_days=28, within_days=182)},
    "signalen": {
        "measure": Events(SIGNALS, "received", of="rows"),
        "group_by": ("soort_signaal", "uitkomst_signaal"),
    },
    "signalen_huishoudens": {"measure": Events(SIGNALS, "received", of="households"), "per": HOUSEHOLDS},
    "open": {"measure": OpenCount(APPLICATIONS, "received", "decided"), "per": EVERYBODY, **STAND},
    "wetten": {
        "measure": Overlap(),
        "levels": ("gemeente", "wijk"),
        "group_by": ("aantal_wetten", "combinatie_wetten"),
        "per": EVERYBODY,
    },
    "wetten_huishoudens": {
        "measure": Overlap(of="households"),
        "group_by": ("aantal_wetten", "combinatie_wetten"),
        "per": HOUSEHOLDS,
        **GEMEENTE,
    },
    "drie_wetten": {"measure": Overlap(at_least=3), **GEMEENTE},
}
_REST: dict[str, dict[str, Any]] = {
    "terug_deel": {"measure": Reentry(ALL, gap_days=0, within_days=200, share=True), **PART},
    "besluit": {"measure": Duration(APPLICATIONS, "received", "decided", unit="weken")},
    "besluit_p90": {"measure": Duration(APPLICATIONS, "received", "decided", statistic="p90")},
    "wachten": {
        "measure": Duration(NEW_YOUTH, "assigned", "start"),
        "group_by": ("soort_jeugd", "leeftijd_jeugd"),
    },
    "wachten_p90": {"measure": Duration(ALL, "assigned", "start", unit="weken", statistic="p90")},
    "contact": {"measure": ShareWithin(SIGNALS, "received", "contacted", 28), **PART},
    "schuld_open": {"measure": OpenAge(DEBTS, "registered", "start"), **STAND},
    "open_leeftijd": {
        "measure": OpenAge(APPLICATIONS, "received", "decided", unit="weken"),
        "group_by": ("leeftijd",),
        **STAND,
    },
    "open_p90": {"measure": OpenAge(ALL, "start", "end", statistic="p90"), "group_by": ("vorm",), **STAND},
    "open_lang": {"measure": OpenBeyond(APPLICATIONS, "received", "decided", 56), **PART, **STAND},
    "binnen_termijn": {"measure": ShareWithin(APPLICATIONS, "received", "decided", 56), **PART},
    "huisarts": {
        "measure": Share(NEW_YOUTH, {"referrer": ("02", "03")}),
        "group_by": ("soort_jeugd",),
        **PART,
    },
    "gestopt": {"measure": Share(YOUTH, {"end_reason": "32"}, at="end"), **PART},
    "bedrag": {"measure": Amount(LINES), "group_by": ("soort_jeugdzorg", "leeftijd")},
    "bedrag_ontvangen": {"measure": Amount(LINES, by="received_quarter"), "per": EVERYBODY},
    "per_persoon": {
        "measure": AmountPerPerson(LINES),
        "group_by": ("leeftijd",),
        "format": "euro",
        "unit": "euro",
    },
    "prijs_uur": {"measure": UnitPrice(LINES, "uur"), "group_by": ("categorie_wmo",), "format": "euro"},
    "prijs_stuk": {"measure": UnitPrice(LINES, "stuk", by="received_quarter"), "format": "euro", **GEMEENTE},
    "prijs_etmaal": {
        "measure": UnitPrice(Selection("declarations", {"law": "jeugd"}), "etmaal"),
        "format": "euro",
        **GEMEENTE,
    },
    "verschil": {"measure": AmountChange(LINES), "group_by": (CHANGE,), "format": "euro", **GEMEENTE},
    "verschil_wmo": {
        "measure": AmountChange(Selection("declarations", {"law": "wmo"}), by="received_quarter"),
        "group_by": (CHANGE,),
        "format": "euro",
        **GEMEENTE,
    },
    "grootste": {"measure": Concentration(LINES, top=1), **PART, **GEMEENTE},
    "grootste_twee": {
        "measure": Concentration(LINES, top=2, by="received_quarter"),
        **PART,
        **GEMEENTE,
    },
    "wetten_deel": {"measure": Overlap(share=True), "levels": ("gemeente", "wijk"), **PART},
    "wetten_deel_huishoudens": {"measure": Overlap(of="households", share=True), **PART, **GEMEENTE},
    "ouderen": {"measure": Population(65, 200), **STAND},
}


def _made(settings: dict[str, dict[str, Any]]) -> tuple[Indicator, ...]:
    return tuple(indicator(id=name, **changes) for name, changes in settings.items())


# Of persons, households or rows; every other kind is a part, a statistic or an amount.
COUNTS = _made(_COUNTS)
KINDS = COUNTS + _made(_REST)


def yearly(items: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """The same, counted anew over whole years, where the kind can be."""
    return tuple(replace(item, every="jaar") for item in items if "jaar" in item.measure.periods)
