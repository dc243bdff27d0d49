"""What the budget of the year holds for income support, in euros."""

from socdom.indicators.context import (
    ANALYST,
    LAW_INCOME,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE_MONEY,
    TAAKVELDEN_WELFARE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.budget import Budget

indicator = Indicator(
    id="begroting_bijstand",
    title="Begrote lasten voor bijstand en andere inkomenssteun",
    short="Begroting bijstand",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    basis="voor het hele jaar",
    says="{} is voor het hele jaar begroot voor bijstand en andere inkomenssteun",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_WELFARE, side="lasten", what="budget"),
    levels=("gemeente",),
    provisional=0,
    why=(
        "De raad stelt met de begroting vast hoeveel geld er is voor bijstand en andere inkomenssteun. "
        "Tijdens het jaar kan de raad de begroting wijzigen."
    ),
    reading=(
        "Dit is de begroting voor het hele jaar, zoals die tot en met het kwartaal was gewijzigd. Dit is "
        "het taakveld inkomensregelingen: de bijstand en ander geld voor inwoners met weinig inkomen."
    ),
    pitfalls=(
        "Het bedrag geldt voor het hele jaar. De lasten tellen alleen tot en met het kwartaal.",
        "Een ander bedrag dan in het vorige kwartaal komt door een wijziging van de begroting of door een "
        "nieuw jaar.",
    ),
    law=LAW_INCOME,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
