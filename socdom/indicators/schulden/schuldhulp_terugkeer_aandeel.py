"""Share of the households that begin with debt help who had it less than a year before."""

from socdom.indicators.context import ANALYST, CORONA_YEAR, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_terugkeer_aandeel",
    title="Deel van de instroom in schuldhulp dat terugkomt, per jaar",
    short="Deel dat terugkomt in schuldhulp",
    theme="schulden",
    group="Per jaar",
    unit="procent",
    basis="van alle huishoudens die beginnen met schuldhulp",
    says="{} van de huishoudens die begonnen met schuldhulp, had binnen een jaar ervoor ook schuldhulp",
    counted="huishoudens",
    format="procent",
    scale=100,
    every="jaar",
    measure=Reentry(Selection("debt_trajectories"), of="households", share=True),
    levels=("gemeente",),
    why=(
        "Wie snel terugkomt, had misschien langer hulp nodig. Dit cijfer laat zien hoe vaak "
        "huishoudens terugkomen."
    ),
    reading=(
        "We delen de huishoudens die terugkomen door alle huishoudens die in het jaar beginnen. "
        "Terugkomen is beginnen binnen 365 dagen nadat het vorige traject stopte."
    ),
    pitfalls=(
        "Van het eerste jaar van de registratie is er geen cijfer. Wat ervóór gebeurde, is niet bekend.",
        "Het gaat vaak om kleine aantallen. Dan tonen we geen cijfer.",
    ),
    events=(CORONA_YEAR,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
