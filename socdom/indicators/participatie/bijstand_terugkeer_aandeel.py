"""Share of the households that begin with welfare who had it less than a year before."""

from socdom.indicators.context import ANALYST, CORONA_YEAR, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_terugkeer_aandeel",
    title="Deel dat binnen een jaar terugkomt in de bijstand",
    short="Deel terug in de bijstand",
    theme="inkomen",
    group="Per jaar",
    unit="procent",
    basis="van alle huishoudens die beginnen met bijstand",
    says="{} van de huishoudens die in het jaar met bijstand begonnen, kwam binnen een jaar terug",
    counted="huishoudens",
    format="procent",
    scale=100,
    every="jaar",
    measure=Reentry(Selection("benefits"), of="households", share=True),
    levels=("gemeente",),
    why="Dit cijfer laat zien welk deel van de huishoudens niet lang daarvóór al bijstand had.",
    reading=(
        "We nemen alle huishoudens die in het jaar met bijstand beginnen. Het cijfer is het deel dat "
        "hoogstens 365 dagen daarvóór met bijstand stopte."
    ),
    pitfalls=(
        "Een pauze van 90 dagen of minder telt niet als stoppen en dus ook niet als terugkomen.",
        "Een huishouden dat in een jaar twee keer begint, telt twee keer.",
        "Over het eerste jaar van de registratie is geen cijfer. Wat daarvóór was, is niet bekend.",
        "Wie eerder bijstand had in een andere gemeente, telt als nieuw.",
        "Beginnen er minder nieuwe huishoudens, dan stijgt dit deel. Het aantal dat terugkomt, kan "
        "dan gelijk blijven.",
    ),
    events=(CORONA_YEAR,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
