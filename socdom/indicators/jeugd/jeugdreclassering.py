"""Young people of 12 to 22 with youth probation (iJw category 47) in the quarter, as a percentage of all."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    LAW_YOUTH,
    NEXT_REVIEW,
    RESIDENCE_YOUTH,
    REVIEWED,
    SOURCE,
)
from socdom.measures.denominators import YOUTH_12_22
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdreclassering",
    title="Jongeren met jeugdreclassering",
    short="Jeugdreclassering",
    theme="jeugd",
    group="Soort en aanbieder",
    unit="procent",
    basis="van alle jongeren van 12 tot en met 22 jaar",
    says="{} van de jongeren van 12 tot en met 22 jaar heeft jeugdreclassering",
    counted="jongeren",
    format="procent",
    decimals=2,
    scale=100,
    measure=PersonsActive(Selection("provisions", {"law": "jeugd", "category": "47"}, ages=(12, 22))),
    per=YOUTH_12_22,
    levels=("gemeente",),
    provisional=2,
    why=(
        "Een jongere die met de politie in aanraking kwam, kan begeleiding krijgen van de "
        "jeugdreclassering. De gemeente betaalt die begeleiding."
    ),
    reading=(
        "We tellen elke jongere van 12 tot en met 22 jaar die in het kwartaal minstens één dag "
        "jeugdreclassering had. De leeftijd is die op de eerste dag van het kwartaal. We delen door "
        "alle jongeren van die leeftijd op die dag."
    ),
    pitfalls=(
        "Meestal beslist de rechter of de officier van justitie, en niet de gemeente.",
        "De instelling meldt de begeleiding vaak later. Het nieuwste cijfer kan dus nog stijgen.",
        "Het CBS telt per half jaar en komt daardoor hoger uit.",
        "Het gaat om weinig jongeren. Kleine verschillen zeggen weinig.",
    ),
    breaks=(RESIDENCE_YOUTH,),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    bbv="31",
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
