"""Young people up to 18 with youth help in the year, as a percentage of all."""

from socdom.indicators.context import (
    ANALYST,
    CORONA_YEAR,
    LAW_YOUTH,
    NEXT_REVIEW,
    RESIDENCE_YOUTH_YEAR,
    REVIEWED,
    SOURCE,
)
from socdom.measures.denominators import YOUTH_0_17
from socdom.measures.dimensions import YOUTH_HELP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_gebruik_jaar",
    title="Jongeren met jeugdhulp in een jaar",
    short="Jeugdhulp per jaar",
    theme="jeugd",
    group="Per jaar",
    unit="procent",
    basis="van alle jongeren tot 18 jaar",
    says="{} van de jongeren tot 18 jaar kreeg in het jaar jeugdhulp",
    counted="jongeren",
    format="procent",
    decimals=1,
    scale=100,
    measure=PersonsActive(Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP}, ages=(0, 17))),
    per=YOUTH_0_17,
    group_by=("soort_jeugd", "leeftijd_jeugd"),
    levels=("gemeente", "wijk"),
    every="jaar",
    provisional=1,
    why=(
        "De begroting en de jaarstukken gaan over een heel jaar. De kwartalen kunt u niet optellen, "
        "want veel jongeren hebben langer hulp."
    ),
    reading=(
        "We tellen elke jongere tot 18 jaar die in het jaar minstens één dag jeugdhulp had, één keer. "
        "De leeftijd is die op 1 januari. We delen door alle jongeren tot 18 jaar op die dag."
    ),
    pitfalls=(
        "Kinderen die in het jaar zijn geboren, tellen niet mee.",
        "Een jongere telt in de wijk waar hij het laatst in het jaar woonde.",
        "Het CBS telt alleen zorg in natura en kan daardoor iets anders uitkomen.",
        "Jongeren van 18 tot en met 22 jaar met jeugdhulp tellen hier niet mee.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(RESIDENCE_YOUTH_YEAR,),
    events=(CORONA_YEAR,),
    law=LAW_YOUTH,
    source=SOURCE,
    bbv="29",
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
