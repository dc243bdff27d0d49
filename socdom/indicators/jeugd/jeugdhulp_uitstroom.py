"""Young people whose youth help ends in the quarter."""

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
from socdom.measures.kinds.flows import Outflow
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_uitstroom",
    title="Jongeren die stoppen met jeugdhulp",
    short="Gestopt met jeugdhulp",
    theme="jeugd",
    group="Instroom en uitstroom",
    unit="jongeren",
    basis="jongeren in dit kwartaal",
    says="{} jongeren stopten met jeugdhulp",
    counted="jongeren",
    format="aantal",
    measure=Outflow(Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP})),
    group_by=("einde_jeugd", "soort_jeugd"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Begin en einde van hulp laten eerder dan het totaal zien dat er iets verandert. Stoppen er minder "
        "jongeren dan er beginnen, dan stijgt het aantal met hulp."
    ),
    reading=(
        "We tellen elke jongere van wie in het kwartaal de laatste jeugdhulp eindigt. Daarna is er meer "
        "dan 90 dagen geen hulp. Wie 18 wordt en daardoor stopt, telt ook mee."
    ),
    pitfalls=(
        "Een wisseling van aanbieder, een wijziging of een tijdelijke stop is geen einde.",
        "Wie binnen 90 dagen weer hulp krijgt, telt achteraf niet meer als gestopt. Het nieuwste cijfer "
        "daalt dan.",
        "Bij een reden tellen we de reden van de laatste hulp. Zonder ingevulde reden telt het einde alleen "
        "in het totaal.",
        "Stoppen betekent niet dat de hulp is gelukt. Ook klaar volgens plan zegt dat niet.",
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
