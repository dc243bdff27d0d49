"""What was booked on sheltered work and help towards work from 1 January on, in euros."""

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
    id="lasten_werk",
    title="Lasten voor beschut werk en hulp naar werk",
    short="Lasten werk",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    basis="van januari tot en met het kwartaal",
    says="De gemeente gaf {} uit aan beschut werk en hulp naar werk tot en met het kwartaal",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_WORK, side="lasten", what="realised"),
    levels=("gemeente",),
    why=(
        "De raad stelt vast hoeveel geld er is voor beschut werk en hulp naar werk. Dit cijfer laat "
        "zien wat er tot nu toe in het jaar is geboekt. Het vult de begroting en de jaarrekening aan "
        "en vervangt ze niet."
    ),
    reading=(
        "We tellen alle lasten op vanaf 1 januari tot en met het kwartaal. Dit zijn de taakvelden "
        "begeleide participatie en arbeidsparticipatie: de sociale werkvoorziening, beschut werk en "
        "hulp naar werk. Het 4e kwartaal is dus het hele jaar."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Rekeningen komen later binnen dan de hulp. Pas de jaarrekening is compleet.",
        "Inkomsten, zoals geld van het Rijk, zijn niet afgetrokken.",
        "De uitkeringen zelf tellen hier niet mee. Die staan bij bijstand en andere inkomenssteun.",
    ),
    law=LAW_INCOME,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
