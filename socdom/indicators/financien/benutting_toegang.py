"""The part of the budget of the year that was booked on access and local teams, up to the quarter."""

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
    id="benutting_toegang",
    title="Gebruikt deel van de begroting voor toegang en wijkteams",
    short="Begroting gebruikt, toegang",
    theme="geld",
    group="Kosten en prijzen",
    unit="procent",
    basis="van de begroting voor het hele jaar",
    says="{} van de begroting voor toegang en wijkteams is gebruikt tot en met het kwartaal",
    format="procent",
    decimals=1,
    scale=100,
    moment="jaar",
    measure=Budget(TAAKVELDEN_ACCESS, side="lasten", what="use"),
    levels=("gemeente",),
    why=(
        "Met dit cijfer volgt de raad de lasten voor de toegang tot hulp en voor wijkteams. Zo is te "
        "zien of die binnen de begroting blijven."
    ),
    reading=(
        "We delen de lasten van januari tot en met het kwartaal door de begroting voor het hele jaar. "
        "Dit is het taakveld toegang en eerstelijnsvoorzieningen: wijkteams, intake en lichte hulp "
        "dichtbij. Zijn de lasten elk kwartaal gelijk, dan is het cijfer na elk kwartaal 25, 50, 75 "
        "en 100 procent."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Rekeningen komen later binnen dan de hulp. Tijdens het jaar kan het cijfer daardoor te laag zijn.",
        "Een wijziging van de begroting verandert het cijfer ook.",
        "Gemeenten boeken de toegang niet allemaal op dezelfde manier. Vergelijk vooral met eerdere "
        "jaren van deze gemeente.",
    ),
    breaks=(ACCESS_SPLIT,),
    law=LAW_ACCESS,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
