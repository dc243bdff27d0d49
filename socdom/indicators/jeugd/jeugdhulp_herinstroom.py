"""Young people who come back to youth help within a year."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    END_REASONS,
    LAW_YOUTH,
    NEXT_REVIEW,
    RESIDENCE_YOUTH,
    REVIEWED,
    SOURCE,
)
from socdom.measures.dimensions import YOUTH_HELP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_herinstroom",
    title="Jongeren die binnen een jaar terugkomen in jeugdhulp",
    short="Terug in jeugdhulp",
    theme="jeugd",
    group="Instroom en uitstroom",
    unit="jongeren",
    basis="jongeren in dit kwartaal",
    says="{} jongeren begonnen binnen een jaar opnieuw met jeugdhulp",
    counted="jongeren",
    format="aantal",
    measure=Reentry(Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP})),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Soms stopt hulp en is die later toch weer nodig. Dit cijfer laat zien hoeveel jongeren binnen een "
        "jaar terugkomen."
    ),
    reading=(
        "We tellen jongeren die in het kwartaal met hulp beginnen en hoogstens 365 dagen daarvóór "
        "stopten. Daartussen zaten meer dan 90 dagen zonder jeugdhulp. Ook jongeren van 18 jaar en "
        "ouder tellen mee."
    ),
    pitfalls=(
        "Terugkomen betekent niet dat de eerste hulp verkeerd was. De situatie van een gezin kan veranderd "
        "zijn.",
        "Het kan om een andere soort hulp gaan dan de vorige keer.",
        "Over het eerste jaar van de registratie is geen cijfer. Wat daarvóór was, is niet bekend.",
    ),
    breaks=(
        RESIDENCE_YOUTH,
        END_REASONS,
    ),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
