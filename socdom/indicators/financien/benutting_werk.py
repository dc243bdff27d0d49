"""The part of the budget of the year that was booked on sheltered work and help towards work, up to the quarter."""

from socdom.indicators.context import (
    ANALYST,
    LAW_INCOME,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE_MONEY,
    TAAKVELDEN_WORK,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.budget import Budget

indicator = Indicator(
    id="benutting_werk",
    title="Gebruikt deel van de begroting voor beschut werk en hulp naar werk",
    short="Begroting gebruikt, werk",
    theme="geld",
    group="Kosten en prijzen",
    unit="procent",
    basis="van de begroting voor het hele jaar",
    says="{} van de begroting voor werk en beschut werk is gebruikt tot en met het kwartaal",
    format="procent",
    decimals=1,
    scale=100,
    moment="jaar",
    measure=Budget(TAAKVELDEN_WORK, side="lasten", what="use"),
    levels=("gemeente",),
    why=(
        "Met dit cijfer volgt de raad de lasten voor beschut werk en hulp naar werk. Zo is te zien "
        "of die binnen de begroting blijven."
    ),
    reading=(
        "We delen de lasten van januari tot en met het kwartaal door de begroting voor het hele jaar. "
        "Dit zijn de taakvelden begeleide participatie en arbeidsparticipatie: de sociale "
        "werkvoorziening, beschut werk en hulp naar werk. Zijn de lasten elk kwartaal gelijk, dan is "
        "het cijfer na elk kwartaal 25, 50, 75 en 100 procent."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Rekeningen komen later binnen dan de hulp. Tijdens het jaar kan het cijfer daardoor te laag zijn.",
        "Een wijziging van de begroting verandert het cijfer ook.",
        "De uitkeringen zelf tellen hier niet mee. Die staan bij bijstand en andere inkomenssteun.",
    ),
    law=LAW_INCOME,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
