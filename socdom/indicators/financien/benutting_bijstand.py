"""The part of the budget of the year that was booked for income support up to and including the quarter."""

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
    id="benutting_bijstand",
    title="Gebruikt deel van de begroting voor bijstand en andere inkomenssteun",
    short="Begroting gebruikt, bijstand",
    theme="geld",
    group="Kosten en prijzen",
    unit="procent",
    basis="van de begroting voor het hele jaar",
    says="{} van de begroting voor bijstand en andere inkomenssteun is gebruikt tot en met het kwartaal",
    format="procent",
    decimals=1,
    scale=100,
    moment="jaar",
    measure=Budget(TAAKVELDEN_WELFARE, side="lasten", what="use"),
    levels=("gemeente",),
    why=(
        "Met dit cijfer kan de raad volgen of de lasten voor bijstand en andere inkomenssteun binnen de "
        "begroting blijven."
    ),
    reading=(
        "We delen de lasten van januari tot en met het kwartaal door de begroting voor het hele jaar. "
        "Dit is het taakveld inkomensregelingen: de bijstand en ander geld voor inwoners met weinig "
        "inkomen. Zijn de lasten elk kwartaal gelijk, dan is het cijfer na elk kwartaal 25, 50, 75 en "
        "100 procent."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Sommige bedragen worden later geboekt. Tijdens het jaar kan het cijfer daardoor te laag zijn.",
        "Een wijziging van de begroting verandert het cijfer ook.",
    ),
    law=LAW_INCOME,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
