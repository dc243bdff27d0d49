"""Declarations for Wmo help in the year, per inhabitant with a declaration."""

from socdom.indicators.context import (
    ANALYST,
    CORONA_YEAR,
    FLAT_RATE_GENERAL_YEAR,
    FLAT_RATE_YEAR,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.prices import AmountPerPerson
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_kosten_per_client_jaar",
    title="Declaraties per inwoner met Wmo-hulp in een jaar",
    short="Bedrag per inwoner per jaar",
    theme="wmo",
    group="Per jaar",
    unit="euro per inwoner met een declaratie",
    basis="per inwoner met een declaratie",
    says="Aanbieders declareerden {} per inwoner met Wmo-hulp in het jaar",
    format="euro",
    measure=AmountPerPerson(Selection("declarations", {"law": "wmo"})),
    group_by=("soort_wmo",),
    levels=("gemeente", "wijk"),
    every="jaar",
    provisional=1,
    incomplete=1,
    why=(
        "Een heel jaar is goed te vergelijken met een ander jaar: zomer en winter maken dan niet uit. "
        "Dit cijfer laat zien hoeveel er per inwoner is gedeclareerd."
    ),
    reading=(
        "We tellen de declaraties op voor hulp in het hele jaar. We delen door het aantal inwoners voor wie "
        "een aanbieder in dat jaar hulp declareerde."
    ),
    pitfalls=(
        "Wie maar een deel van het jaar hulp had, telt ook als één inwoner.",
        "Een gemiddelde zegt weinig over één inwoner. Een paar inwoners met veel hulp maken het "
        "cijfer hoger.",
        "Het nieuwste jaar is niet compleet, want er komen nog rekeningen.",
        "Wie hulp heeft zonder declaratie, telt niet mee.",
    ),
    breaks=(FLAT_RATE_YEAR,),
    events=(
        FLAT_RATE_GENERAL_YEAR,
        CORONA_YEAR,
    ),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="financieel adviseur sociaal domein",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
