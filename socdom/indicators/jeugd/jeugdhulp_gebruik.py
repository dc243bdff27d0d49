"""Young people up to 18 with youth help in the quarter, as a percentage of all."""

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
    id="jeugdhulp_gebruik",
    title="Jongeren met jeugdhulp",
    short="Jongeren met jeugdhulp",
    theme="jeugd",
    unit="procent",
    basis="van alle jongeren tot 18 jaar",
    says="{} van de jongeren tot 18 jaar krijgt jeugdhulp",
    counted="jongeren",
    format="procent",
    decimals=1,
    scale=100,
    measure=PersonsActive(Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP}, ages=(0, 17))),
    per=Inhabitants(0, 17),
    group_by=("soort_jeugd", "vorm", "leeftijd_jeugd"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "De gemeente zorgt voor hulp aan kinderen en hun ouders. Dit cijfer laat zien welk deel van de "
        "jongeren hulp krijgt."
    ),
    reading=(
        "We tellen elke jongere tot 18 jaar die in het kwartaal minstens één dag jeugdhulp had. Wie "
        "meer soorten hulp heeft, telt één keer. De leeftijd is die op de eerste dag van het "
        "kwartaal. We delen door alle jongeren tot 18 jaar op die dag."
    ),
    pitfalls=(
        "Jongeren van 18 tot en met 22 jaar met jeugdhulp tellen hier niet mee.",
        "Jeugdbescherming en jeugdreclassering tellen hier niet mee. Wie daarnaast jeugdhulp heeft, "
        "telt wel.",
        "Een jongere telt in de wijk waar hij aan het eind van het kwartaal woont.",
        "Het CBS telt per half jaar en komt daardoor hoger uit.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(RESIDENCE_YOUTH,),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    bbv="29",
    key_figure=True,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
