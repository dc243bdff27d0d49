"""Young people up to 18 with mental health care (iJw categories 51, 52 and 54) in the quarter, per 1.000."""

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
    id="jeugdhulp_ggz",
    title="Jongeren met jeugd-ggz",
    short="Jeugd-ggz",
    theme="jeugd",
    group="Soort en aanbieder",
    unit="per 1.000 jongeren tot 18 jaar",
    basis="per 1.000 jongeren tot 18 jaar",
    says="{} jongeren tot 18 jaar krijgen jeugd-ggz",
    counted="jongeren",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=PersonsActive(
        Selection("provisions", {"law": "jeugd", "category": ("51", "52", "54")}, ages=(0, 17))
    ),
    per=YOUTH_0_17,
    group_by=("leeftijd_jeugd",),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Jeugd-ggz is hulp bij psychische problemen. De huisarts verwijst hier vaak naar en de gemeente "
        "betaalt."
    ),
    reading=(
        "We tellen elke jongere tot 18 jaar die in het kwartaal minstens één dag jeugd-ggz had. "
        "Generalistische basis-ggz, specialistische ggz en jeugd-ggz tellen samen. De leeftijd is die "
        "op de eerste dag van het kwartaal. We delen door alle jongeren tot 18 jaar op die dag."
    ),
    pitfalls=(
        "Hulp van een psycholoog bij de huisarts telt niet mee. Die betaalt de zorgverzekeraar.",
        "Sommige gemeenten geven deze hulp een andere code. Vergelijk daarom vooral met de eigen cijfers "
        "van eerder.",
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
