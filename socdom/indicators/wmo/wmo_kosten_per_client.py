"""Declarations for Wmo help in the quarter, per inhabitant with a declaration."""

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
from socdom.measures.kinds.prices import AmountPerPerson
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_kosten_per_client",
    title="Declaraties per inwoner met Wmo-hulp",
    short="Bedrag per inwoner met hulp",
    theme="wmo",
    group="Kosten en prijzen",
    unit="euro per inwoner met een declaratie",
    basis="per inwoner met een declaratie",
    says="Aanbieders declareerden {} per inwoner met Wmo-hulp in het kwartaal",
    format="euro",
    measure=AmountPerPerson(Selection("declarations", {"law": "wmo"})),
    group_by=("soort_wmo", "leeftijd"),
    levels=("gemeente", "wijk"),
    provisional=3,
    incomplete=1,
    why=(
        "Het totale bedrag hangt af van het aantal inwoners met hulp. Dit cijfer laat zien hoeveel er per "
        "inwoner is gedeclareerd."
    ),
    reading=(
        "We tellen de declaraties op voor hulp in het kwartaal. We delen door het aantal inwoners voor wie "
        "een aanbieder in dat kwartaal hulp declareerde."
    ),
    pitfalls=(
        "Wie hulp heeft zonder declaratie, telt niet mee.",
        "Een gemiddelde zegt weinig over één inwoner. Een paar inwoners met veel hulp maken het cijfer "
        "hoger.",
        "Tel de kwartalen niet op tot een jaar. In een jaar hebben meer inwoners hulp dan in een kwartaal.",
        "Het nieuwste kwartaal is niet compleet, want er komen nog rekeningen.",
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
