"""What was booked on access and local teams from 1 January on, in euros."""

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
    id="lasten_toegang",
    title="Lasten voor toegang en wijkteams",
    short="Lasten toegang",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    basis="van januari tot en met het kwartaal",
    says="De gemeente gaf {} uit aan toegang en wijkteams tot en met het kwartaal",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_ACCESS, side="lasten", what="realised"),
    levels=("gemeente",),
    why=(
        "De raad stelt vast hoeveel geld er is voor de toegang tot hulp en voor wijkteams. Dit cijfer "
        "laat zien wat er tot nu toe in het jaar is geboekt. Het vult de begroting en de jaarrekening "
        "aan en vervangt ze niet."
    ),
    reading=(
        "We tellen alle lasten op vanaf 1 januari tot en met het kwartaal. Dit is het taakveld "
        "toegang en eerstelijnsvoorzieningen: wijkteams, intake en lichte hulp dichtbij. Het 4e "
        "kwartaal is dus het hele jaar."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Rekeningen komen later binnen dan de hulp. Pas de jaarrekening is compleet.",
        "Inkomsten, zoals geld van het Rijk, zijn niet afgetrokken.",
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
