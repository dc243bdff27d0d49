"""Declarations for Wmo help given in the quarter."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    FLAT_RATE,
    FLAT_RATE_GENERAL,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Amount
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_kosten",
    title="Declaraties voor Wmo-hulp",
    short="Declaraties Wmo",
    theme="wmo",
    group="Kosten en prijzen",
    unit="euro",
    basis="voor hulp in dit kwartaal",
    says="Aanbieders declareerden {} voor Wmo-hulp in het kwartaal",
    format="euro",
    measure=Amount(Selection("declarations", {"law": "wmo"}), by="service_quarter"),
    group_by=("soort_wmo",),
    levels=("gemeente", "wijk"),
    provisional=3,
    incomplete=1,
    why=(
        "Dit cijfer laat zien wat de hulp kost die inwoners in het kwartaal kregen. Het vult de begroting "
        "en de jaarrekening aan en vervangt ze niet."
    ),
    reading=(
        "We tellen de declaraties op van alle hulp die in het kwartaal is gegeven. Bedragen die later zijn "
        "teruggevraagd, zijn eraf."
    ),
    pitfalls=(
        "Aanbieders sturen hun rekening soms maanden later. Het nieuwste kwartaal is dus niet compleet.",
        "Een lager bedrag in het nieuwste kwartaal betekent niet dat de kosten dalen.",
        "Hulp zonder declaratie per inwoner staat er niet in, zoals hulp voor een vast bedrag per wijk.",
        "Hulp met een pgb wordt niet gedeclareerd en staat er dus niet in.",
    ),
    breaks=(FLAT_RATE,),
    events=(FLAT_RATE_GENERAL, CORONA),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="financieel adviseur sociaal domein",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
