"""Young people who begin with youth help in the quarter."""

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
from socdom.measures.kinds.flows import Inflow
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_instroom",
    title="Jongeren die beginnen met jeugdhulp",
    short="Begonnen met jeugdhulp",
    theme="jeugd",
    group="Instroom en uitstroom",
    unit="jongeren",
    basis="jongeren in dit kwartaal",
    says="{} jongeren begonnen met jeugdhulp",
    counted="jongeren",
    format="aantal",
    measure=Inflow(Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP})),
    group_by=("soort_jeugd", "verwijzer"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Begin en einde van hulp laten eerder dan het totaal zien dat er iets verandert. Komen er meer "
        "jongeren bij dan er weggaan, dan stijgt het aantal met hulp."
    ),
    reading=(
        "We tellen elke jongere die in het kwartaal met hulp begint en daarvóór meer dan 90 dagen "
        "geen jeugdhulp had. Een tweede soort hulp erbij telt niet als begin. Ook jongeren van 18 "
        "jaar en ouder tellen mee."
    ),
    pitfalls=(
        "Een wisseling van aanbieder of een kleine wijziging van de hulp is geen begin.",
        "In de zomer beginnen vaak minder jongeren. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Bij een soort of verwijzer tellen we de hulp waarmee de jongere begint. Zijn dat er twee, "
        "dan telt de jongere bij beide.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
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
