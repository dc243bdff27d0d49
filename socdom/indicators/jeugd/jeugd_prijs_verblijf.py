"""Euros per day and night of stay (iJw categories 43 and 44)."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    LAW_YOUTH,
    NEXT_REVIEW,
    RESIDENCE_YOUTH,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.prices import UnitPrice
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugd_prijs_verblijf",
    title="Gemiddelde prijs per etmaal jeugdhulp met verblijf",
    short="Prijs per etmaal verblijf",
    theme="jeugd",
    group="Kosten en prijzen",
    unit="euro per etmaal",
    basis="per etmaal",
    says="Een etmaal jeugdhulp met verblijf kostte gemiddeld {} in het kwartaal",
    format="euro",
    measure=UnitPrice(
        Selection("declarations", {"law": "jeugd", "category": ("43", "44")}),
        measure="etmaal",
    ),
    levels=("gemeente",),
    provisional=3,
    why="De kosten hangen af van hoeveel hulp er is en van de prijs. Dit cijfer laat de prijs zien.",
    reading=(
        "We nemen de declaraties per etmaal voor hulp in het kwartaal. We delen het bedrag door alle "
        "etmalen samen. Een etmaal is een dag met de nacht erbij."
    ),
    pitfalls=(
        "Pleegzorg, gezinshuizen en gesloten plaatsing met een eigen code tellen hier niet mee. Ook "
        "crisishulp telt niet mee.",
        "Verblijf met en zonder behandeling tellen samen. Verandert die verdeling, dan verandert de prijs.",
        "Rekeningen die nog komen, kunnen de prijs nog iets veranderen.",
        "Verblijf met een code uit de lijst van 2015 (31 tot en met 38) telt hier niet mee.",
    ),
    breaks=(RESIDENCE_YOUTH,),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="contractmanager jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
