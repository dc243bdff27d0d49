"""Households that come back to welfare within a year."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_terugkeer",
    title="Huishoudens die binnen een jaar terugkomen in de bijstand",
    short="Terug in de bijstand",
    theme="inkomen",
    group="Instroom en uitstroom",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="{} huishoudens begonnen binnen een jaar opnieuw met bijstand",
    counted="huishoudens",
    format="aantal",
    measure=Reentry(Selection("benefits"), of="households"),
    levels=("gemeente",),
    why=(
        "Wie uit de bijstand gaat, kan later opnieuw bijstand nodig hebben. Dit cijfer laat zien "
        "hoeveel huishoudens binnen een jaar terugkomen."
    ),
    reading=(
        "We tellen huishoudens die in het kwartaal met bijstand beginnen en hoogstens 365 dagen "
        "daarvóór stopten. Daartussen zaten meer dan 90 dagen zonder bijstand."
    ),
    pitfalls=(
        "Over het eerste jaar van de registratie is geen cijfer. Wat daarvóór was, is niet bekend.",
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
