"""Young people up to 18 in foster care (iJw category 35) in the quarter, per 1.000."""

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
    id="jeugdhulp_pleegzorg",
    title="Jongeren met pleegzorg",
    short="Pleegzorg",
    theme="jeugd",
    group="Soort en aanbieder",
    unit="per 1.000 jongeren tot 18 jaar",
    basis="per 1.000 jongeren tot 18 jaar",
    says="{} jongeren tot 18 jaar hebben pleegzorg",
    counted="jongeren",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=PersonsActive(Selection("provisions", {"law": "jeugd", "category": "35"}, ages=(0, 17))),
    per=YOUTH_0_17,
    group_by=(),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Kan een kind niet thuis wonen, dan zoekt de gemeente eerst een pleeggezin. Dit cijfer laat "
        "zien hoeveel jongeren pleegzorg hebben."
    ),
    reading=(
        "We tellen elke jongere tot 18 jaar die in het kwartaal minstens één dag pleegzorg had. De "
        "leeftijd is die op de eerste dag van het kwartaal. We delen door alle jongeren tot 18 jaar "
        "op die dag."
    ),
    pitfalls=(
        "De code voor pleegzorg (35) staat alleen in de lijst van 2015. Pleegzorg die als verblijf is "
        "geregistreerd, telt hier niet mee.",
        "Ook pleegzorg voor een weekend of een vakantie telt mee.",
        "Jongeren van 18 jaar en ouder met pleegzorg tellen hier niet mee.",
        "Het gaat om weinig jongeren. Kleine verschillen zeggen weinig.",
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
