"""Inhabitants who begin with Wmo help in the quarter."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    END_REASONS,
    FLAT_RATE,
    FLAT_RATE_GENERAL,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.flows import Inflow
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_instroom",
    title="Inwoners die beginnen met Wmo-hulp",
    short="Begonnen met Wmo-hulp",
    theme="wmo",
    group="Instroom en uitstroom",
    unit="inwoners",
    basis="inwoners in dit kwartaal",
    says="{} inwoners begonnen met Wmo-hulp",
    counted="inwoners",
    format="aantal",
    measure=Inflow(Selection("provisions", {"law": "wmo"})),
    group_by=("soort_wmo", "leeftijd"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Begin en einde van hulp laten eerder dan het totaal zien dat er iets verandert. Komen er meer "
        "inwoners bij dan er weggaan, dan stijgt het aantal met hulp."
    ),
    reading=(
        "We tellen elke inwoner die in het kwartaal met hulp begint en daarvóór meer dan 90 dagen "
        "geen Wmo-hulp had. Een tweede soort hulp erbij telt niet als begin."
    ),
    pitfalls=(
        "Een wisseling van aanbieder of een kleine wijziging van de hulp is geen begin.",
        "Bij een soort tellen we de hulp waarmee de inwoner begint. Zijn dat twee soorten, dan telt "
        "de inwoner bij beide.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(
        FLAT_RATE,
        END_REASONS,
    ),
    events=(FLAT_RATE_GENERAL, CORONA),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
