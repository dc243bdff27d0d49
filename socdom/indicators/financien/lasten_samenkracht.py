"""What was booked on community work from 1 January on, in euros."""

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
    id="lasten_samenkracht",
    title="Lasten voor samenkracht en burgerparticipatie",
    short="Lasten samenkracht",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    basis="van januari tot en met het kwartaal",
    says="De gemeente gaf {} uit aan samenkracht en burgerparticipatie tot en met het kwartaal",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_COMMUNITY, side="lasten", what="realised"),
    levels=("gemeente",),
    why=(
        "De raad stelt vast hoeveel geld er is voor samenkracht en burgerparticipatie. Dit cijfer "
        "laat zien wat er tot nu toe in het jaar is geboekt. Het vult de begroting en de jaarrekening "
        "aan en vervangt ze niet."
    ),
    reading=(
        "We tellen alle lasten op vanaf 1 januari tot en met het kwartaal. Dit is het taakveld "
        "samenkracht en burgerparticipatie: buurthuizen, mantelzorg, vrijwilligers en algemeen "
        "welzijn. Het 4e kwartaal is dus het hele jaar."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Rekeningen komen later binnen dan de hulp. Pas de jaarrekening is compleet.",
        "Inkomsten, zoals geld van het Rijk, zijn niet afgetrokken.",
        "Ook de opvang van vluchtelingen kan hier zijn geboekt. Dat kan het bedrag sterk veranderen.",
    ),
    law=LAW_WMO,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
