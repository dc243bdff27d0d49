"""How long youth help lasted that ended in the quarter, median in weeks."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    END_REASONS,
    EXTENSION,
    LAW_YOUTH,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
    YOUTH_ENDED,
)
from socdom.measures.dimensions import YOUTH_HELP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_duur",
    title="Duur van jeugdhulp die stopt",
    short="Duur van gestopte jeugdhulp",
    theme="jeugd",
    group="Instroom en uitstroom",
    unit="weken",
    basis="weken van start tot einde, de middelste",
    says="Jeugdhulp die stopte, duurde {} (de middelste tijd)",
    format="weken",
    decimals=0,
    measure=Duration(
        Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP, "end_reason": YOUTH_ENDED}),
        from_="start",
        to="end",
        unit="weken",
    ),
    group_by=("soort_jeugd",),
    levels=("gemeente",),
    provisional=2,
    why="Dit cijfer laat zien hoe lang hulp duurt die nu stopt. Dat helpt om vooruit te kijken.",
    reading=(
        "We nemen alle voorzieningen die in het kwartaal echt stopten. We tellen de weken van het "
        "begin tot het einde. Het cijfer is de middelste tijd: de helft duurde korter en de helft "
        "langer."
    ),
    pitfalls=(
        "Hulp die nog loopt, telt niet mee. Juist die hulp duurt vaak lang.",
        "Het gaat om één voorziening. Een jongere kan daarna met een andere voorziening verdergaan.",
        "Een wisseling van aanbieder en een tijdelijke stop tellen niet mee. Ook een einde door de gemeente "
        "telt niet mee, want vaak gaat de hulp dan door.",
        "De soorten hulp duren heel verschillend. Vergelijk daarom per soort.",
    ),
    breaks=(END_REASONS, EXTENSION),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
