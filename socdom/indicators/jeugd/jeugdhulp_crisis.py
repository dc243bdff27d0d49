"""Young people up to 18 with crisis help (iJw category 46) in the quarter, per 1.000."""

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
    id="jeugdhulp_crisis",
    title="Jongeren met crisishulp",
    short="Crisishulp",
    theme="jeugd",
    group="Soort en aanbieder",
    unit="per 1.000 jongeren tot 18 jaar",
    basis="per 1.000 jongeren tot 18 jaar",
    says="{} jongeren tot 18 jaar kregen crisishulp",
    counted="jongeren",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=PersonsActive(Selection("provisions", {"law": "jeugd", "category": "46"}, ages=(0, 17))),
    per=YOUTH_0_17,
    group_by=(),
    levels=("gemeente",),
    provisional=2,
    why=("Bij een crisis is er meteen hulp nodig. Dit cijfer laat zien hoeveel jongeren zulke hulp kregen."),
    reading=(
        "We tellen elke jongere tot 18 jaar die in het kwartaal minstens één dag crisishulp had. Wie "
        "twee keer crisishulp kreeg, telt één keer. De leeftijd is die op de eerste dag van het "
        "kwartaal. We delen door alle jongeren tot 18 jaar op die dag."
    ),
    pitfalls=(
        "Crisishulp met een andere code, telt niet mee.",
        "Het gaat om weinig jongeren. Kleine verschillen zeggen weinig.",
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
