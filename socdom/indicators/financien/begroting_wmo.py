"""What the budget of the year holds for the Wmo, in euros."""

from socdom.indicators.context import (
    ANALYST,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE_MONEY,
    TAAKVELDEN,
    TAAKVELDEN_WMO,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.budget import Budget

indicator = Indicator(
    id="begroting_wmo",
    title="Begrote lasten voor de Wmo",
    short="Begroting Wmo",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    basis="voor het hele jaar",
    says="{} is voor het hele jaar begroot voor de Wmo",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_WMO, side="lasten", what="budget"),
    levels=("gemeente",),
    provisional=0,
    why=(
        "De raad stelt met de begroting vast hoeveel geld er is voor de Wmo. Tijdens het jaar kan de "
        "raad de begroting wijzigen."
    ),
    reading=(
        "Dit is de begroting voor het hele jaar, zoals die tot en met het kwartaal was gewijzigd. Dit "
        "zijn de taakvelden maatwerk en geëscaleerde zorg voor inwoners vanaf 18 jaar. Ook beschermd "
        "wonen en opvang horen daarbij."
    ),
    pitfalls=(
        "Het bedrag geldt voor het hele jaar. De lasten tellen alleen tot en met het kwartaal.",
        "Een ander bedrag dan in het vorige kwartaal komt door een wijziging van de begroting of door een "
        "nieuw jaar.",
    ),
    breaks=TAAKVELDEN,
    law=LAW_WMO,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
