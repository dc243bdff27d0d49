"""The part of the budget of the year that was booked on community work, up to the quarter."""

from socdom.indicators.context import (
    ANALYST,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE_MONEY,
    TAAKVELDEN_COMMUNITY,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.budget import Budget

indicator = Indicator(
    id="benutting_samenkracht",
    title="Gebruikt deel van de begroting voor samenkracht en burgerparticipatie",
    short="Begroting gebruikt, samenkracht",
    theme="geld",
    group="Kosten en prijzen",
    unit="procent",
    basis="van de begroting voor het hele jaar",
    says="{} van de begroting voor samenkracht en burgerparticipatie is gebruikt tot en met het kwartaal",
    format="procent",
    decimals=1,
    scale=100,
    moment="jaar",
    measure=Budget(TAAKVELDEN_COMMUNITY, side="lasten", what="use"),
    levels=("gemeente",),
    why=(
        "Met dit cijfer kan de raad volgen of de lasten voor samenkracht en burgerparticipatie binnen "
        "de begroting blijven."
    ),
    reading=(
        "We delen de lasten van januari tot en met het kwartaal door de begroting voor het hele jaar. "
        "Dit is het taakveld samenkracht en burgerparticipatie: buurthuizen, mantelzorg, "
        "vrijwilligers en algemeen welzijn. Zijn de lasten elk kwartaal gelijk, dan is het cijfer na "
        "elk kwartaal 25, 50, 75 en 100 procent."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Rekeningen komen later binnen dan de hulp. Tijdens het jaar kan het cijfer daardoor te laag zijn.",
        "Een wijziging van de begroting verandert het cijfer ook.",
        "Ook de opvang van vluchtelingen kan hier zijn geboekt. Dat kan het bedrag sterk veranderen.",
    ),
    law=LAW_WMO,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
