"""Young people up to 18 with a measure of youth protection (iJw category 48) in the quarter, as a percentage of all."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    LAW_YOUTH,
    NEXT_REVIEW,
    RESIDENCE_YOUTH,
    REVIEWED,
    SOURCE,
)
from socdom.measures.denominators import YOUTH_0_17
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdbescherming",
    title="Jongeren met jeugdbescherming",
    short="Jeugdbescherming",
    theme="jeugd",
    group="Soort en aanbieder",
    unit="procent",
    basis="van alle jongeren tot 18 jaar",
    says="{} van de jongeren tot 18 jaar heeft jeugdbescherming",
    counted="jongeren",
    format="procent",
    decimals=1,
    scale=100,
    measure=PersonsActive(Selection("provisions", {"law": "jeugd", "category": "48"}, ages=(0, 17))),
    per=YOUTH_0_17,
    group_by=("leeftijd_jeugd",),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Is een kind niet veilig, dan kan de rechter jeugdbescherming opleggen. De gemeente betaalt de "
        "begeleiding door een gecertificeerde instelling."
    ),
    reading=(
        "We tellen elke jongere tot 18 jaar die in het kwartaal minstens één dag jeugdbescherming "
        "had. Dat is een ondertoezichtstelling of een voogdij. De leeftijd is die op de eerste dag "
        "van het kwartaal. We delen door alle jongeren tot 18 jaar op die dag."
    ),
    pitfalls=(
        "Niet de gemeente maar de rechter beslist over deze maatregel.",
        "De instelling meldt een maatregel vaak later. Het nieuwste cijfer kan dus nog stijgen.",
        "Het CBS telt per half jaar en komt daardoor hoger uit.",
        "Het gaat om weinig jongeren. Kleine verschillen zeggen weinig.",
    ),
    breaks=(RESIDENCE_YOUTH,),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    bbv="30",
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
