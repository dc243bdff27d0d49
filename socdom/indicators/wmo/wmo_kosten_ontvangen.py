"""Declarations for Wmo help that came in during the quarter."""

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
    id="wmo_kosten_ontvangen",
    title="Declaraties voor Wmo-hulp die binnenkwamen",
    short="Ontvangen declaraties Wmo",
    theme="wmo",
    group="Kosten en prijzen",
    unit="euro",
    basis="ontvangen in dit kwartaal",
    says="{} aan declaraties voor Wmo-hulp kwam binnen in het kwartaal",
    format="euro",
    measure=Amount(Selection("declarations", {"law": "wmo"}), by="received_quarter"),
    levels=("gemeente",),
    why=(
        "Dit cijfer laat zien welke rekeningen de gemeente in het kwartaal kreeg. Dat is van belang voor de "
        "betalingen."
    ),
    reading=(
        "We tellen de declaraties op die in het kwartaal binnenkwamen. Het maakt niet uit wanneer de hulp "
        "is gegeven. Bedragen die zijn teruggevraagd, zijn eraf."
    ),
    pitfalls=(
        "Een deel van het bedrag gaat over hulp in eerdere kwartalen.",
        "Stuurt een aanbieder een rekening eerder of later, dan schuift het bedrag naar een ander kwartaal.",
        "Een rekening is niet altijd al betaald.",
    ),
    breaks=(FLAT_RATE,),
    events=(
        FLAT_RATE_GENERAL,
        CORONA,
    ),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="financieel adviseur sociaal domein",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
