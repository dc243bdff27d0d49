"""What was booked for income support from 1 January on, in euros."""

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
    id="lasten_bijstand",
    title="Lasten voor bijstand en andere inkomenssteun",
    short="Lasten bijstand",
    theme="geld",
    unit="euro",
    basis="van januari tot en met het kwartaal",
    says="De gemeente gaf {} uit aan bijstand en andere inkomenssteun tot en met het kwartaal",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_WELFARE, side="lasten", what="realised"),
    levels=("gemeente",),
    why=(
        "De raad stelt vast hoeveel geld er is voor bijstand en andere inkomenssteun. Dit cijfer laat "
        "zien wat er tot nu toe in het jaar is geboekt. Het vult de begroting en de jaarrekening aan en "
        "vervangt ze niet."
    ),
    reading=(
        "We tellen alle lasten op vanaf 1 januari tot en met het kwartaal. Dit is het taakveld "
        "inkomensregelingen: de bijstand en ander geld voor inwoners met weinig inkomen. Het 4e kwartaal "
        "is dus het hele jaar."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Sommige bedragen worden later geboekt. Pas de jaarrekening is compleet.",
        "Inkomsten, zoals geld van het Rijk, zijn niet afgetrokken.",
    ),
    law=LAW_INCOME,
    source=SOURCE_MONEY,
    key_figure=True,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
