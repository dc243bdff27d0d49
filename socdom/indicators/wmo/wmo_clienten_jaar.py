"""Inhabitants with a Wmo provision in the year, per 10.000 inhabitants."""

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
from socdom.measures.denominators import EVERYBODY
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_clienten_jaar",
    title="Inwoners met Wmo-hulp in een jaar",
    short="Wmo-hulp per jaar",
    theme="wmo",
    group="Per jaar",
    unit="per 10.000 inwoners",
    basis="per 10.000 inwoners",
    says="{} inwoners hadden in het jaar Wmo-hulp",
    counted="inwoners",
    format="per_10000",
    scale=10000,
    measure=PersonsActive(Selection("provisions", {"law": "wmo"})),
    per=EVERYBODY,
    group_by=("soort_wmo", "leeftijd"),
    levels=("gemeente", "wijk"),
    every="jaar",
    provisional=1,
    why=(
        "De begroting en de jaarstukken gaan over een heel jaar. De kwartalen kunt u niet optellen, "
        "want veel inwoners hebben langer hulp."
    ),
    reading=(
        "We tellen elke inwoner die in het jaar minstens één dag Wmo-hulp had, één keer. We delen door het "
        "aantal inwoners op 1 januari."
    ),
    pitfalls=(
        "Een inwoner telt in de wijk waar hij het laatst in het jaar woonde.",
        "Wie meer soorten hulp heeft, telt bij elke soort mee. De soorten samen zijn dus meer dan het "
        "totaal.",
        "Het CBS kan door een andere bron en een andere telling iets anders uitkomen.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(FLAT_RATE_YEAR,),
    events=(
        FLAT_RATE_GENERAL_YEAR,
        CORONA_YEAR,
    ),
    law=LAW_WMO,
    source=SOURCE,
    bbv="32",
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
