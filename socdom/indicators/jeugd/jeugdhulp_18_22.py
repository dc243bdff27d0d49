"""Young people of 18 to 22 with youth help in the quarter, per 1.000."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    LAW_YOUTH,
    NEXT_REVIEW,
    RESIDENCE_YOUTH,
    REVIEWED,
    SOURCE,
)
from socdom.measures.denominators import Inhabitants
from socdom.measures.dimensions import YOUTH_HELP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_18_22",
    title="Jongeren van 18 tot en met 22 jaar met jeugdhulp",
    short="Jeugdhulp na de 18e verjaardag",
    theme="jeugd",
    group="Gebruik",
    unit="per 1.000 jongeren van 18 tot en met 22 jaar",
    basis="per 1.000 jongeren van 18 tot en met 22 jaar",
    says="{} jongeren van 18 tot en met 22 jaar krijgen jeugdhulp",
    counted="jongeren",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=PersonsActive(Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP}, ages=(18, 22))),
    per=Inhabitants(18, 22),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Jeugdhulp kan na de 18e verjaardag doorgaan als dat nodig is. Dit cijfer laat zien hoeveel "
        "jongeren die hulp nog hebben."
    ),
    reading=(
        "We tellen elke jongere van 18 tot en met 22 jaar die in het kwartaal minstens één dag "
        "jeugdhulp had. De leeftijd is die op de eerste dag van het kwartaal. We delen door alle "
        "jongeren van die leeftijd op die dag."
    ),
    pitfalls=(
        "Veel jongeren krijgen na hun 18e hulp uit een andere wet, zoals de Wmo. Die telt hier niet mee.",
        "Wie in het kwartaal 18 wordt, telt nog bij de jongeren tot 18 jaar.",
        "Pleegzorg loopt meestal door tot 21 jaar.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(RESIDENCE_YOUTH,),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
