"""Declarations for youth care in the quarter, per young person with a declaration."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    LAW_YOUTH,
    NEXT_REVIEW,
    RESIDENCE_YOUTH,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.prices import AmountPerPerson
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugd_kosten_per_jongere",
    title="Declaraties per jongere met jeugdzorg",
    short="Bedrag per jongere met jeugdzorg",
    theme="jeugd",
    group="Kosten en prijzen",
    unit="euro per jongere met een declaratie",
    basis="per jongere met een declaratie",
    says="Aanbieders declareerden {} per jongere met jeugdzorg in het kwartaal",
    format="euro",
    measure=AmountPerPerson(Selection("declarations", {"law": "jeugd"})),
    group_by=("soort_jeugdzorg",),
    levels=("gemeente", "wijk"),
    provisional=3,
    incomplete=1,
    why=(
        "Het totale bedrag hangt af van het aantal jongeren met zorg. Dit cijfer laat zien hoeveel er per "
        "jongere is gedeclareerd."
    ),
    reading=(
        "We tellen de declaraties op voor zorg in het kwartaal. We delen door het aantal jongeren voor wie "
        "een aanbieder in dat kwartaal zorg declareerde."
    ),
    pitfalls=(
        "Een gemiddelde zegt weinig over één jongere. Een paar jongeren met verblijf maken het cijfer veel "
        "hoger.",
        "Wie zorg heeft zonder declaratie, telt niet mee.",
        "Tel de kwartalen niet op tot een jaar. In een jaar hebben meer jongeren zorg dan in een kwartaal.",
        "Het nieuwste kwartaal is niet compleet, want er komen nog rekeningen.",
    ),
    breaks=(RESIDENCE_YOUTH,),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="financieel adviseur sociaal domein",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
