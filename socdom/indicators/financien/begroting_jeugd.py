"""What the budget of the year holds for youth help and youth protection, in euros."""

from socdom.indicators.context import (
    ANALYST,
    LAW_YOUTH,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE_MONEY,
    TAAKVELDEN,
    TAAKVELDEN_YOUTH,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.budget import Budget

indicator = Indicator(
    id="begroting_jeugd",
    title="Begrote lasten voor jeugdhulp en jeugdbescherming",
    short="Begroting jeugd",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    basis="voor het hele jaar",
    says="{} is voor het hele jaar begroot voor jeugdhulp en jeugdbescherming",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_YOUTH, side="lasten", what="budget"),
    levels=("gemeente",),
    provisional=0,
    why=(
        "De raad stelt met de begroting vast hoeveel geld er is voor jeugdhulp en jeugdbescherming. "
        "Tijdens het jaar kan de raad de begroting wijzigen."
    ),
    reading=(
        "Dit is de begroting voor het hele jaar, zoals die tot en met het kwartaal was gewijzigd. Dit "
        "zijn de taakvelden maatwerk en geëscaleerde zorg voor inwoners tot 18 jaar. Ook "
        "jeugdbescherming en jeugdreclassering horen daarbij."
    ),
    pitfalls=(
        "Het bedrag geldt voor het hele jaar. De lasten tellen alleen tot en met het kwartaal.",
        "Een ander bedrag dan in het vorige kwartaal komt door een wijziging van de begroting of door een "
        "nieuw jaar.",
    ),
    breaks=TAAKVELDEN,
    law=LAW_YOUTH,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
