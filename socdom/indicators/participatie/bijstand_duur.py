"""How long welfare lasted of whom it ended, median in weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_duur",
    title="Duur van de bijstand die stopte",
    short="Duur van gestopte bijstand",
    theme="inkomen",
    group="Instroom en uitstroom",
    unit="weken",
    basis="weken van begin tot einde, de middelste",
    says="Bijstand die stopte, duurde {} (de middelste tijd)",
    format="weken",
    measure=Duration(
        Selection("benefits"),
        from_="start",
        to="end",
        unit="weken",
    ),
    levels=("gemeente",),
    why="Dit cijfer laat zien hoe lang mensen bijstand hadden van wie de uitkering stopte.",
    reading=(
        "We nemen alle uitkeringen die in het kwartaal stopten. We tellen de weken van het begin tot "
        "het einde. Het cijfer is de middelste tijd: de helft duurde korter en de helft langer."
    ),
    pitfalls=(
        "Bijstand die nog loopt, telt niet mee. Juist die bijstand duurt vaak lang.",
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
