"""Declarations for youth care in the year, per young person with a declaration."""

from socdom.indicators.context import (
    ANALYST,
    CORONA_YEAR,
    LAW_YOUTH,
    NEXT_REVIEW,
    RESIDENCE_YOUTH_YEAR,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.prices import AmountPerPerson
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugd_kosten_per_jongere_jaar",
    title="Declaraties per jongere met jeugdzorg in een jaar",
    short="Bedrag per jongere per jaar",
    theme="jeugd",
    group="Per jaar",
    unit="euro per jongere met een declaratie",
    basis="per jongere met een declaratie",
    says="Aanbieders declareerden {} per jongere met jeugdzorg in het jaar",
    format="euro",
    measure=AmountPerPerson(Selection("declarations", {"law": "jeugd"})),
    group_by=("soort_jeugdzorg",),
    levels=("gemeente", "wijk"),
    every="jaar",
    provisional=1,
    incomplete=1,
    why=(
        "Een heel jaar is goed te vergelijken met een ander jaar: zomer en winter maken dan niet uit. "
        "Dit cijfer laat zien hoeveel er per jongere is gedeclareerd."
    ),
    reading=(
        "We tellen de declaraties op voor zorg in het hele jaar. We delen door het aantal jongeren voor wie "
        "een aanbieder in dat jaar zorg declareerde."
    ),
    pitfalls=(
        "Wie maar een deel van het jaar zorg had, telt ook als één jongere.",
        "Een gemiddelde zegt weinig over één jongere. Een paar jongeren met verblijf maken het cijfer "
        "veel hoger.",
        "Het nieuwste jaar is niet compleet, want er komen nog rekeningen.",
        "Wie zorg heeft zonder declaratie, telt niet mee.",
    ),
    breaks=(RESIDENCE_YOUTH_YEAR,),
    events=(CORONA_YEAR,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="financieel adviseur sociaal domein",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
