"""What was booked on the whole sociaal domein from 1 January on, in euros."""

from socdom.indicators.context import (
    ANALYST,
    LAW_BBV,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE_MONEY,
    TAAKVELDEN_ALL,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.budget import Budget

indicator = Indicator(
    id="sociaal_domein_lasten",
    title="Lasten voor het hele sociaal domein",
    short="Lasten sociaal domein",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    basis="van januari tot en met het kwartaal",
    says="De gemeente gaf {} uit aan het hele sociaal domein tot en met het kwartaal",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_ALL, side="lasten", what="realised"),
    levels=("gemeente",),
    why=(
        "De raad stelt vast hoeveel geld er is voor het sociaal domein. Dit cijfer laat zien wat er "
        "tot nu toe in het jaar is geboekt. Het vult de begroting en de jaarrekening aan en vervangt "
        "ze niet."
    ),
    reading=(
        "We tellen alle lasten op vanaf 1 januari tot en met het kwartaal. Dit zijn alle taakvelden "
        "die met een 6 beginnen: samenkracht, toegang, inkomen, werk, Wmo en jeugd. Het 4e kwartaal "
        "is dus het hele jaar."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Rekeningen komen later binnen dan de hulp. Pas de jaarrekening is compleet.",
        "Inkomsten, zoals geld van het Rijk, zijn niet afgetrokken.",
        "In 2023 en 2025 zijn taakvelden anders ingedeeld. Voor dit totaal maakt dat niet uit.",
    ),
    law=LAW_BBV,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
