"""Households that come back to welfare within a year."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_terugkeer",
    title="Huishoudens die terugkomen in de bijstand",
    short="Terug in de bijstand",
    theme="inkomen",
    group="Instroom en uitstroom",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="{} huishoudens kwamen binnen een jaar terug in de bijstand",
    counted="huishoudens",
    format="aantal",
    measure=Reentry(Selection("benefits"), of="households"),
    levels=("gemeente",),
    why=(
        "Wie uit de bijstand gaat, kan later opnieuw bijstand nodig hebben. Dit cijfer laat zien "
        "hoeveel huishoudens binnen een jaar terugkomen."
    ),
    reading=(
        "Een huishouden komt terug als de bijstand begint en de vorige bijstand hooguit 365 dagen "
        "eerder stopte. Een onderbreking van 90 dagen of korter telt niet als stoppen."
    ),
    pitfalls=(
        "Van het eerste jaar van de registratie is er geen cijfer. Wat ervóór gebeurde, is niet bekend.",
        "Wie na meer dan een jaar terugkomt, telt hier niet mee.",
        "Wie naar een andere gemeente verhuist en daar bijstand krijgt, is hier niet te zien.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
