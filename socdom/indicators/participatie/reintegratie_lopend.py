"""Re-integration provisions that run on the last day, per 10.000 inhabitants of 15 to 64."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.denominators import WORKING_AGE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="reintegratie_lopend",
    title="Re-integratievoorzieningen die lopen",
    short="Lopende re-integratie",
    theme="inkomen",
    group="Gebruik",
    unit="per 10.000 inwoners van 15 tot en met 64 jaar",
    basis="per 10.000 inwoners van 15 tot en met 64 jaar",
    says="Er lopen {} inwoners van 15 tot en met 64 jaar",
    counted="re-integratievoorzieningen",
    format="per_10000",
    decimals=1,
    scale=10000,
    moment="stand",
    measure=Stock(Selection("reintegrations"), of="rows"),
    per=WORKING_AGE,
    group_by=("soort_reintegratie",),
    levels=("gemeente",),
    why=(
        "Met een re-integratievoorziening helpt de gemeente mensen op weg naar werk. Voorbeelden zijn "
        "loonkostensubsidie en scholing."
    ),
    reading=(
        "We tellen elke voorziening die loopt op de laatste dag van het kwartaal. Wat op die dag "
        "eindigt, telt niet meer mee. We delen door de inwoners van 15 tot en met 64 jaar op de "
        "eerste dag van het kwartaal."
    ),
    pitfalls=(
        "Wie twee voorzieningen heeft, telt twee keer.",
        "De regels voor de begroting vragen bijna hetzelfde cijfer. Het CBS kan dat op een andere "
        "manier en op een ander moment tellen.",
        "Een gesprek of advies zonder voorziening telt niet mee.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    bbv="28",
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
