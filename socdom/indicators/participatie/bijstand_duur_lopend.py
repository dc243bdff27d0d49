"""How long who has welfare on the last day has had it, median in weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenAge
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_duur_lopend",
    title="Hoe lang mensen al bijstand hebben",
    short="Tijd in de bijstand",
    theme="inkomen",
    group="Gebruik",
    unit="weken",
    basis="weken sinds het begin, de middelste",
    says="Mensen met bijstand hebben die al {} (de middelste tijd)",
    format="weken",
    moment="stand",
    measure=OpenAge(
        Selection("benefits"),
        from_="start",
        to="end",
        unit="weken",
    ),
    levels=("gemeente",),
    why=(
        "De duur van gestopte bijstand zegt niets over wie nog bijstand heeft. Dit cijfer laat zien "
        "hoe lang zij die al hebben."
    ),
    reading=(
        "We nemen alle uitkeringen die op de laatste dag van het kwartaal lopen. We tellen de weken "
        "sinds het begin. Het cijfer is de middelste tijd: de helft loopt korter en de helft langer."
    ),
    pitfalls=(
        "Het is de tijd tot nu toe. Hoe lang de bijstand in totaal duurt, is nog niet bekend.",
        "Komen er veel nieuwe uitkeringen bij, dan daalt het cijfer. De andere uitkeringen duren dan "
        "niet korter.",
        "Krijgt een stel samen bijstand, dan telt elke partner apart.",
        "Na een onderbreking begint een nieuwe uitkering, en dus een nieuwe telling.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
