"""The part of the budget of the year that was booked for the Wmo up to and including the quarter."""

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
    id="benutting_wmo",
    title="Gebruikt deel van de begroting voor de Wmo",
    short="Begroting gebruikt, Wmo",
    theme="geld",
    group="Kosten en prijzen",
    unit="procent",
    basis="van de begroting voor het hele jaar",
    says="{} van de begroting voor de Wmo is gebruikt tot en met het kwartaal",
    format="procent",
    decimals=1,
    scale=100,
    moment="jaar",
    measure=Budget(TAAKVELDEN_WMO, side="lasten", what="use"),
    levels=("gemeente",),
    why="Met dit cijfer kan de raad volgen of de lasten voor de Wmo binnen de begroting blijven.",
    reading=(
        "We delen de lasten van januari tot en met het kwartaal door de begroting voor het hele jaar. "
        "Dit zijn de taakvelden maatwerk en geëscaleerde zorg voor inwoners vanaf 18 jaar. Ook "
        "beschermd wonen en opvang horen daarbij. Zijn de lasten elk kwartaal gelijk, dan is het "
        "cijfer na elk kwartaal 25, 50, 75 en 100 procent."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Rekeningen komen later binnen dan de hulp. Tijdens het jaar kan het cijfer daardoor te laag zijn.",
        "Een wijziging van de begroting verandert het cijfer ook.",
    ),
    breaks=TAAKVELDEN,
    law=LAW_WMO,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
