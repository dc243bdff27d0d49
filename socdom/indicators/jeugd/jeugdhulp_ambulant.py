"""Young people up to 18 with ambulatory youth help (iJw category 45) in the quarter, per 1.000."""

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
    id="jeugdhulp_ambulant",
    title="Jongeren met ambulante jeugdhulp",
    short="Ambulante jeugdhulp",
    theme="jeugd",
    group="Soort en aanbieder",
    unit="per 1.000 jongeren tot 18 jaar",
    basis="per 1.000 jongeren tot 18 jaar",
    says="{} jongeren tot 18 jaar krijgen ambulante jeugdhulp",
    counted="jongeren",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=PersonsActive(Selection("provisions", {"law": "jeugd", "category": "45"}, ages=(0, 17))),
    per=YOUTH_0_17,
    group_by=("vorm", "leeftijd_jeugd"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Bij ambulante hulp blijft de jongere thuis wonen. Dit cijfer laat zien hoeveel jongeren "
        "zulke hulp krijgen."
    ),
    reading=(
        "We tellen elke jongere tot 18 jaar die in het kwartaal minstens één dag ambulante jeugdhulp "
        "had. Dat is begeleiding of behandeling thuis, op school of bij de aanbieder. De leeftijd is "
        "die op de eerste dag van het kwartaal. We delen door alle jongeren tot 18 jaar op die dag."
    ),
    pitfalls=(
        "Hulp voor psychische problemen (ggz) heeft eigen codes en telt hier niet mee.",
        "Hulp van het wijkteam telt alleen mee als daarvoor een besluit is.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
        "Hulp met een code uit de lijst van 2015 (31 tot en met 38) telt hier niet mee.",
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
