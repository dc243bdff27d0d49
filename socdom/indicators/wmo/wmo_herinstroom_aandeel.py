"""Share of those who begin with Wmo help that had it less than a year before."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    END_REASONS,
    FLAT_RATE,
    FLAT_RATE_GENERAL,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_herinstroom_aandeel",
    title="Deel dat binnen een jaar terugkomt in Wmo-hulp",
    short="Deel terug in Wmo-hulp",
    theme="wmo",
    group="Instroom en uitstroom",
    unit="procent",
    basis="van alle inwoners die beginnen",
    says="{} van wie met Wmo-hulp begon, kwam binnen een jaar terug",
    counted="inwoners",
    format="procent",
    decimals=1,
    scale=100,
    measure=Reentry(Selection("provisions", {"law": "wmo"}), share=True),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Het aantal dat terugkomt, hangt af van hoeveel inwoners met hulp beginnen. Daarom laten we ook het "
        "deel zien."
    ),
    reading=(
        "We nemen alle inwoners die in het kwartaal met Wmo-hulp beginnen. Het cijfer is het deel dat "
        "hoogstens 365 dagen daarvóór met hulp stopte."
    ),
    pitfalls=(
        "Een pauze van 90 dagen of minder telt niet als stoppen en dus ook niet als terugkomen.",
        "Terugkomen betekent niet dat de eerste hulp verkeerd was.",
        "Over het eerste jaar van de registratie is geen cijfer. Wat daarvóór was, is niet bekend.",
    ),
    breaks=(
        FLAT_RATE,
        END_REASONS,
    ),
    events=(FLAT_RATE_GENERAL, CORONA),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
