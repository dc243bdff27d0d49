"""Inhabitants with household help (iWmo category 01) in the quarter, per 1.000 inhabitants."""

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
from socdom.measures.denominators import Inhabitants
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_hulp_bij_huishouden",
    title="Inwoners met hulp bij het huishouden",
    short="Hulp bij het huishouden",
    theme="wmo",
    unit="per 1.000 inwoners",
    basis="per 1.000 inwoners",
    says="{} inwoners hebben hulp bij het huishouden",
    counted="inwoners",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=PersonsActive(Selection("provisions", {"law": "wmo", "category": "01"})),
    per=Inhabitants(),
    group_by=("vorm", "leeftijd"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Veel inwoners met Wmo-hulp hebben hulp bij het huishouden. Veel ouderen kunnen er langer "
        "door thuis wonen. De eigen bijdrage is sinds 2019 een vast tarief."
    ),
    reading=(
        "We tellen elke inwoner die in het kwartaal minstens één dag hulp bij het huishouden had. We "
        "delen door het aantal inwoners op de eerste dag van het kwartaal."
    ),
    pitfalls=(
        "In een huishouden staat de hulp op naam van één persoon. De partner telt niet mee.",
        "Een wijk met veel ouderen heeft bijna altijd een hoger cijfer.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(FLAT_RATE,),
    events=(FLAT_RATE_GENERAL, CORONA),
    law=LAW_WMO,
    source=SOURCE,
    key_figure=True,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
