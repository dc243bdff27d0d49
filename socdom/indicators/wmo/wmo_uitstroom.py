"""Inhabitants whose Wmo help ends in the quarter."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    END_REASONS,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.flows import Outflow
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_uitstroom",
    title="Inwoners die stoppen met Wmo-hulp",
    short="Gestopt met Wmo-hulp",
    theme="wmo",
    group="Instroom en uitstroom",
    unit="inwoners",
    basis="inwoners in dit kwartaal",
    says="{} inwoners stopten met Wmo-hulp",
    counted="inwoners",
    format="aantal",
    measure=Outflow(Selection("provisions", {"law": "wmo"})),
    group_by=("einde_wmo", "soort_wmo", "leeftijd"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Begin en einde van hulp laten eerder dan het totaal zien dat er iets verandert. Stoppen er minder "
        "inwoners dan er beginnen, dan stijgt het aantal met hulp."
    ),
    reading=(
        "We tellen elke inwoner van wie in het kwartaal de laatste Wmo-hulp eindigt. Daarna is er meer "
        "dan 90 dagen geen hulp. Wie overlijdt of verhuist, telt ook mee."
    ),
    pitfalls=(
        "Een wisseling van aanbieder, een wijziging of een tijdelijke stop is geen einde.",
        "Wie binnen 90 dagen weer hulp krijgt, telt achteraf niet meer als gestopt. Het nieuwste cijfer "
        "daalt dan.",
        "Bij een reden tellen we de reden van de laatste hulp. Zonder ingevulde reden telt het einde alleen "
        "in het totaal.",
        "Stoppen betekent niet dat de hulp is gelukt. Ook klaar volgens plan zegt dat niet.",
    ),
    breaks=(END_REASONS,),
    events=(CORONA,),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
