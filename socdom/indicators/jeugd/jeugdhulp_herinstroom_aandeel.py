"""Share of those who begin with youth help that had it less than a year before."""

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
    id="jeugdhulp_herinstroom_aandeel",
    title="Deel dat binnen een jaar terugkomt in jeugdhulp",
    short="Deel terug in jeugdhulp",
    theme="jeugd",
    group="Instroom en uitstroom",
    unit="procent",
    basis="van alle jongeren die beginnen",
    says="{} van wie met jeugdhulp begon, kwam binnen een jaar terug",
    counted="jongeren",
    format="procent",
    decimals=1,
    scale=100,
    measure=Reentry(Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP}), share=True),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Het aantal dat terugkomt, hangt af van hoeveel jongeren met hulp beginnen. Daarom laten we ook het "
        "deel zien."
    ),
    reading=(
        "We nemen alle jongeren die in het kwartaal met jeugdhulp beginnen. Het cijfer is het deel "
        "dat hoogstens 365 dagen daarvóór met hulp stopte. Ook jongeren van 18 jaar en ouder tellen "
        "mee."
    ),
    pitfalls=(
        "Een pauze van 90 dagen of minder telt niet als stoppen en dus ook niet als terugkomen.",
        "Terugkomen betekent niet dat de eerste hulp verkeerd was.",
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
