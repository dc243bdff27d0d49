"""Inhabitants who come back to Wmo help within a year."""

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
    id="wmo_herinstroom",
    title="Inwoners die binnen een jaar terugkomen in Wmo-hulp",
    short="Terug in Wmo-hulp",
    theme="wmo",
    group="Instroom en uitstroom",
    unit="inwoners",
    basis="inwoners in dit kwartaal",
    says="{} inwoners begonnen binnen een jaar opnieuw met Wmo-hulp",
    counted="inwoners",
    format="aantal",
    measure=Reentry(Selection("provisions", {"law": "wmo"})),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Soms stopt hulp en is die later toch weer nodig. Dit cijfer laat zien hoeveel inwoners binnen een "
        "jaar terugkomen."
    ),
    reading=(
        "We tellen inwoners die in het kwartaal met hulp beginnen en hoogstens 365 dagen daarvóór stopten. "
        "Daartussen zaten meer dan 90 dagen zonder Wmo-hulp."
    ),
    pitfalls=(
        "Terugkomen betekent niet dat de eerste hulp verkeerd was. Iemands situatie kan veranderd zijn.",
        "Het kan om een andere soort hulp gaan dan de vorige keer.",
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
