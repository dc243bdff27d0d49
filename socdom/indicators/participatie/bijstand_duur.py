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
    why="Hoe langer iemand bijstand heeft, hoe moeilijker het vaak is om werk te vinden.",
    reading=(
        "We nemen alle personen van wie de uitkering in het kwartaal stopte. We tellen de weken van "
        "de eerste tot de laatste dag. Het cijfer is de middelste tijd: de helft zit eronder en de "
        "helft erboven."
    ),
    pitfalls=(
        "Wie nog bijstand heeft, telt niet mee. Daardoor lijkt de duur korter dan hij voor iedereen is.",
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
