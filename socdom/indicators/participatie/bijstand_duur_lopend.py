"""How long who has welfare on the last day has had it, median in weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenAge
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_duur_lopend",
    title="Tijd dat mensen nu bijstand hebben",
    short="Tijd in de bijstand",
    theme="inkomen",
    group="Gebruik",
    unit="weken",
    basis="weken sinds het begin, de middelste",
    says="Mensen met bijstand hebben die {} (de middelste tijd)",
    format="weken",
    moment="stand",
    measure=OpenAge(
        Selection("benefits"),
        from_="start",
        to="end",
        unit="weken",
    ),
    levels=("gemeente",),
    why="Dit cijfer vult de duur van gestopte bijstand aan. Het gaat over de mensen die nu bijstand hebben.",
    reading=(
        "We nemen alle personen met bijstand op de laatste dag van het kwartaal. We tellen de weken "
        "sinds de uitkering begon. Het cijfer is de middelste tijd: de helft zit eronder en de helft "
        "erboven."
    ),
    pitfalls=(
        "Als er veel nieuwe mensen bij komen, daalt het cijfer.",
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
