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
    title="Gemiddelde prijs per etmaal verblijf",
    short="Prijs per etmaal verblijf",
    theme="jeugd",
    group="Kosten en prijzen",
    unit="euro per etmaal",
    basis="per etmaal",
    says="Een etmaal verblijf kostte gemiddeld {} in het kwartaal",
    format="euro",
    measure=UnitPrice(
        Selection("declarations", {"law": "jeugd", "category": ("43", "44")}),
        measure="etmaal",
    ),
    levels=("gemeente",),
    provisional=3,
    why=(
        "Hulp met verblijf is duur en het gaat om weinig jongeren. De prijs heeft daardoor veel invloed op "
        "de kosten."
    ),
    reading=(
        "We delen het bedrag van alle declaraties door alle etmalen samen. Een etmaal is een dag met de "
        "nacht erbij."
    ),
    pitfalls=(
        "Pleegzorg, gezinshuizen, gesloten plaatsing en crisishulp tellen hier niet mee.",
        "Verblijf met en zonder behandeling tellen samen. Verandert die verdeling, dan verandert de prijs.",
        "Bij een paar jongeren in het kwartaal tonen we geen prijs.",
        "Rekeningen die nog komen, kunnen de prijs nog iets veranderen.",
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
