"""Euros per hour of guidance (iWmo category 02)."""

from socdom.indicators.context import ANALYST, CORONA, LAW_WMO, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.prices import UnitPrice
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_prijs_begeleiding",
    title="Gemiddelde prijs per uur begeleiding",
    short="Prijs per uur begeleiding",
    theme="wmo",
    group="Kosten en prijzen",
    unit="euro per uur",
    basis="per uur",
    says="Een uur begeleiding kostte gemiddeld {} in het kwartaal",
    format="euro",
    decimals=2,
    measure=UnitPrice(
        Selection("declarations", {"law": "wmo", "category": "02"}),
        measure="uur",
    ),
    group_by=(),
    levels=("gemeente",),
    provisional=3,
    why="De kosten hangen af van hoeveel hulp er is en van de prijs. Dit cijfer laat de prijs zien.",
    reading=(
        "We nemen de declaraties per uur, minuut of dagdeel voor hulp in het kwartaal. We delen het "
        "bedrag door alle uren samen. Minuten rekenen we om naar uren. Een dagdeel telt als vier uur."
    ),
    pitfalls=(
        "De prijs verandert ook als er meer dure of goedkope begeleiding is. De tarieven kunnen dan gelijk "
        "blijven.",
        "Begeleiding die per stuk of per maand wordt betaald, telt niet mee.",
        "Rekeningen die nog komen, kunnen de prijs nog iets veranderen.",
    ),
    events=(CORONA,),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="contractmanager Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
