"""Inhabitants with an aid of the Wmo (iWmo categories 11 to 14) in the quarter, per 1.000 inhabitants."""

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
from socdom.measures.denominators import EVERYBODY
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_hulpmiddelen",
    title="Inwoners met een hulpmiddel",
    short="Hulpmiddelen",
    theme="wmo",
    group="Soort en aanbieder",
    unit="per 1.000 inwoners",
    basis="per 1.000 inwoners",
    says="{} inwoners hebben een hulpmiddel van de Wmo",
    counted="inwoners",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=PersonsActive(Selection("provisions", {"law": "wmo", "category": ("11", "12", "13", "14")})),
    per=EVERYBODY,
    group_by=("leeftijd",),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Met een hulpmiddel kunnen inwoners langer thuis wonen en de deur uit. Dit cijfer laat zien hoeveel "
        "inwoners er een hebben."
    ),
    reading=(
        "We tellen elke inwoner die in het kwartaal minstens één dag een hulpmiddel had. Dat is een "
        "rolstoel, een vervoermiddel, een aanpassing van de woning of een ander hulpmiddel. We delen "
        "door het aantal inwoners op de eerste dag van het kwartaal."
    ),
    pitfalls=(
        "Een hulpmiddel dat de inwoner in één keer krijgt, telt vaak maar in één kwartaal.",
        "Ritten met de taxibus en woondiensten tellen hier niet mee.",
        "Een rolstoel of scootmobiel van de zorgverzekeraar of de Wlz telt niet mee.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(FLAT_RATE,),
    events=(FLAT_RATE_GENERAL, CORONA),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
