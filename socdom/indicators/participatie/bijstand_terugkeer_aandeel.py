"""Share of the households that begin with welfare who had it less than a year before."""

from socdom.indicators.context import ANALYST, CORONA_YEAR, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_terugkeer_aandeel",
    title="Deel van de instroom in de bijstand dat terugkomt, per jaar",
    short="Deel dat terugkomt in de bijstand",
    theme="inkomen",
    group="Per jaar",
    unit="procent",
    basis="van alle huishoudens die beginnen met bijstand",
    says="{} van de huishoudens die begonnen met bijstand, had binnen een jaar ervoor ook bijstand",
    counted="huishoudens",
    format="procent",
    scale=100,
    every="jaar",
    measure=Reentry(Selection("benefits"), of="households", share=True),
    levels=("gemeente",),
    why="Dit cijfer laat zien of de instroom vooral nieuwe huishoudens zijn, of huishoudens die terugkomen.",
    reading=(
        "We delen de huishoudens die terugkomen door alle huishoudens die in het jaar beginnen. "
        "Terugkomen is beginnen binnen 365 dagen nadat de vorige bijstand stopte."
    ),
    pitfalls=(
        "Van het eerste jaar van de registratie is er geen cijfer. Wat ervóór gebeurde, is niet bekend.",
        "Als er minder nieuwe huishoudens zijn, stijgt dit deel ook.",
        "Wie eerder bijstand had in een andere gemeente, telt als nieuw.",
    ),
    events=(CORONA_YEAR,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
