"""What the budget of the year holds for access and local teams, in euros."""

from socdom.indicators.context import (
    ACCESS_SPLIT,
    ANALYST,
    LAW_ACCESS,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE_MONEY,
    TAAKVELDEN_ACCESS,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.budget import Budget

indicator = Indicator(
    id="begroting_toegang",
    title="Begrote lasten voor toegang en wijkteams",
    short="Begroting toegang",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    basis="voor het hele jaar",
    says="{} is voor het hele jaar begroot voor toegang en wijkteams",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_ACCESS, side="lasten", what="budget"),
    levels=("gemeente",),
    provisional=0,
    why=(
        "De raad stelt met de begroting vast hoeveel geld er is voor de toegang tot hulp en voor "
        "wijkteams. Tijdens het jaar kan de raad de begroting wijzigen."
    ),
    reading=(
        "Dit is de begroting voor het hele jaar, zoals die tot en met het kwartaal was gewijzigd. Dit "
        "is het taakveld toegang en eerstelijnsvoorzieningen: wijkteams, intake en lichte hulp "
        "dichtbij."
    ),
    pitfalls=(
        "Het bedrag geldt voor het hele jaar. De lasten tellen alleen tot en met het kwartaal.",
        "Een ander bedrag dan in het vorige kwartaal komt door een wijziging van de begroting of "
        "door een nieuw jaar.",
        "Gemeenten boeken de toegang niet allemaal op dezelfde manier. Vergelijk vooral met "
        "eerdere jaren van deze gemeente.",
    ),
    breaks=(ACCESS_SPLIT,),
    law=LAW_ACCESS,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
