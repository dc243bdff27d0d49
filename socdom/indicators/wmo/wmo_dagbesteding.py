"""Inhabitants with day care (iWmo category 07) in the quarter, per 1.000 inhabitants."""

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
    id="wmo_dagbesteding",
    title="Inwoners met dagbesteding",
    short="Dagbesteding",
    theme="wmo",
    group="Soort en aanbieder",
    unit="per 1.000 inwoners",
    basis="per 1.000 inwoners",
    says="{} inwoners hebben dagbesteding van de Wmo",
    counted="inwoners",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=PersonsActive(Selection("provisions", {"law": "wmo", "category": "07"})),
    per=EVERYBODY,
    group_by=("vorm", "leeftijd"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Dagbesteding geeft inwoners een vaste plek om overdag naartoe te gaan. Ook kunnen familie en buren "
        "zo even rust krijgen."
    ),
    reading=(
        "We tellen elke inwoner die in het kwartaal minstens één dag dagbesteding had. We delen door "
        "het aantal inwoners op de eerste dag van het kwartaal."
    ),
    pitfalls=(
        "Open inloop in de buurt telt niet mee. Daar is geen besluit voor nodig.",
        "Een inwoner telt ook als hij tijdelijk niet naar de dagbesteding ging.",
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
