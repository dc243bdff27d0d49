"""Euros per hour of ambulatory youth help (iJw category 45)."""

from socdom.indicators.context import ANALYST, CORONA, LAW_YOUTH, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.prices import UnitPrice
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugd_prijs_ambulant",
    title="Gemiddelde prijs per uur ambulante jeugdhulp",
    short="Prijs per uur ambulant",
    theme="jeugd",
    group="Kosten en prijzen",
    unit="euro per uur",
    basis="per uur",
    says="Een uur ambulante jeugdhulp kostte gemiddeld {} in het kwartaal",
    format="euro",
    decimals=2,
    measure=UnitPrice(
        Selection("declarations", {"law": "jeugd", "category": "45"}),
        measure="uur",
    ),
    levels=("gemeente",),
    provisional=3,
    why="De kosten hangen af van hoeveel hulp er is en van de prijs. Dit cijfer laat de prijs zien.",
    reading=(
        "We nemen de declaraties per uur, minuut of dagdeel voor hulp in het kwartaal. We delen het "
        "bedrag door alle uren samen. Minuten rekenen we om naar uren. Een dagdeel telt als vier uur."
    ),
    pitfalls=(
        "De prijs verandert ook als er meer dure of goedkope hulp is. De tarieven kunnen dan gelijk blijven.",
        "Hulp die per stuk of per resultaat wordt betaald, telt niet mee.",
        "Rekeningen die nog komen, kunnen de prijs nog iets veranderen.",
        "Hulp met een code uit de lijst van 2015 (31 tot en met 38) telt hier niet mee.",
    ),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="contractmanager jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
