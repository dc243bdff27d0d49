"""What was booked for youth help and youth protection from 1 January on, in euros."""

from socdom.indicators.context import (
    ANALYST,
    LAW_YOUTH,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE_MONEY,
    TAAKVELDEN,
    TAAKVELDEN_YOUTH,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.budget import Budget

indicator = Indicator(
    id="lasten_jeugd",
    title="Lasten voor jeugdhulp en jeugdbescherming",
    short="Lasten jeugd",
    theme="geld",
    unit="euro",
    basis="van januari tot en met het kwartaal",
    says="De gemeente gaf {} uit aan jeugdhulp en jeugdbescherming tot en met het kwartaal",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_YOUTH, side="lasten", what="realised"),
    levels=("gemeente",),
    why=(
        "De raad stelt vast hoeveel geld er is voor jeugdhulp en jeugdbescherming. Dit cijfer laat zien "
        "wat er tot nu toe in het jaar is geboekt. Het vult de begroting en de jaarrekening aan en "
        "vervangt ze niet."
    ),
    reading=(
        "We tellen alle lasten op vanaf 1 januari tot en met het kwartaal. Dit zijn de taakvelden "
        "maatwerk en geëscaleerde zorg voor inwoners tot 18 jaar. Ook jeugdbescherming en "
        "jeugdreclassering horen daarbij. Het 4e kwartaal is dus het hele jaar."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Rekeningen komen later binnen dan de hulp. Pas de jaarrekening is compleet.",
        "Inkomsten, zoals geld van het Rijk, zijn niet afgetrokken.",
    ),
    breaks=TAAKVELDEN,
    law=LAW_YOUTH,
    source=SOURCE_MONEY,
    key_figure=True,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
