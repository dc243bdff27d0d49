"""Inhabitants with guidance (iWmo category 02) in the quarter, per 1.000 inhabitants."""

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
    id="wmo_begeleiding",
    title="Inwoners met begeleiding",
    short="Begeleiding",
    theme="wmo",
    group="Soort en aanbieder",
    unit="per 1.000 inwoners",
    basis="per 1.000 inwoners",
    says="{} inwoners hebben begeleiding",
    counted="inwoners",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=PersonsActive(Selection("provisions", {"law": "wmo", "category": "02"})),
    per=EVERYBODY,
    group_by=("vorm", "leeftijd"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Begeleiding helpt inwoners om zelf hun dag, hun geld of hun huishouden te regelen. Dit cijfer laat "
        "zien hoeveel inwoners die hulp krijgen."
    ),
    reading=(
        "We tellen elke inwoner die in het kwartaal minstens één dag begeleiding had. We delen door het "
        "aantal inwoners op de eerste dag van het kwartaal."
    ),
    pitfalls=(
        "Begeleiding in een groep staat vaak bij dagbesteding. Gemeenten doen dat niet allemaal hetzelfde.",
        "Hulp van het wijkteam zonder besluit telt niet mee.",
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
