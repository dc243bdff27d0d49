"""Share of the households that begin with debt help who had it less than a year before."""

from socdom.indicators.context import ANALYST, CORONA_YEAR, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_terugkeer_aandeel",
    title="Deel dat binnen een jaar terugkomt in schuldhulp",
    short="Deel terug in schuldhulp",
    theme="schulden",
    group="Per jaar",
    unit="procent",
    basis="van alle huishoudens die beginnen met schuldhulp",
    says="{} van de huishoudens die in het jaar met schuldhulp begonnen, kwam binnen een jaar terug",
    counted="huishoudens",
    format="procent",
    scale=100,
    every="jaar",
    measure=Reentry(Selection("debt_trajectories"), of="households", share=True),
    levels=("gemeente",),
    why=("Dit cijfer laat zien welk deel van de huishoudens niet lang daarvóór al hulp bij schulden had."),
    reading=(
        "We nemen alle huishoudens die in het jaar met een traject beginnen. Het cijfer is het deel "
        "dat hoogstens 365 dagen daarvóór met een traject stopte."
    ),
    pitfalls=(
        "Over het eerste jaar van de registratie is geen cijfer. Wat daarvóór was, is niet bekend.",
        "Het gaat vaak om weinig huishoudens. Van een paar huishoudens tonen we geen cijfer.",
        "Een pauze van 90 dagen of minder telt niet als stoppen en dus ook niet als terugkomen.",
        "Een huishouden dat in een jaar twee keer begint, telt twee keer.",
        "Terugkomen betekent niet dat de eerste hulp verkeerd was.",
    ),
    events=(CORONA_YEAR,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
