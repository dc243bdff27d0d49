"""The part of the budget of the year that was booked on the whole sociaal domein, up to the quarter."""

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
    id="sociaal_domein_benutting",
    title="Gebruikt deel van de begroting voor het hele sociaal domein",
    short="Begroting gebruikt, sociaal domein",
    theme="geld",
    group="Kosten en prijzen",
    unit="procent",
    basis="van de begroting voor het hele jaar",
    says="{} van de begroting voor het hele sociaal domein is gebruikt tot en met het kwartaal",
    format="procent",
    decimals=1,
    scale=100,
    moment="jaar",
    measure=Budget(TAAKVELDEN_ALL, side="lasten", what="use"),
    levels=("gemeente",),
    why=(
        "Met dit cijfer kan de raad volgen of de lasten voor het sociaal domein binnen de begroting blijven."
    ),
    reading=(
        "We delen de lasten van januari tot en met het kwartaal door de begroting voor het hele jaar. "
        "Dit zijn alle taakvelden die met een 6 beginnen: samenkracht, toegang, inkomen, werk, Wmo en "
        "jeugd. Zijn de lasten elk kwartaal gelijk, dan is het cijfer na elk kwartaal 25, 50, 75 en "
        "100 procent."
    ),
    pitfalls=(
        "Elk jaar begint opnieuw bij nul. Vergelijk met hetzelfde kwartaal een jaar eerder.",
        "Rekeningen komen later binnen dan de hulp. Tijdens het jaar kan het cijfer daardoor te laag zijn.",
        "Een wijziging van de begroting verandert het cijfer ook.",
        "In 2023 en 2025 zijn taakvelden anders ingedeeld. Voor dit totaal maakt dat niet uit.",
    ),
    law=LAW_BBV,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
