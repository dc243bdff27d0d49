"""What the budget of the year holds for the whole sociaal domein, in euros."""

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
    id="sociaal_domein_begroting",
    title="Begrote lasten voor het hele sociaal domein",
    short="Begroting sociaal domein",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    basis="voor het hele jaar",
    says="{} is voor het hele jaar begroot voor het hele sociaal domein",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_ALL, side="lasten", what="budget"),
    levels=("gemeente",),
    provisional=0,
    why=(
        "De raad stelt met de begroting vast hoeveel geld er is voor het sociaal domein. Tijdens het "
        "jaar kan de raad de begroting wijzigen."
    ),
    reading=(
        "Dit is de begroting voor het hele jaar, zoals die tot en met het kwartaal was gewijzigd. Dit "
        "zijn alle taakvelden die met een 6 beginnen: samenkracht, toegang, inkomen, werk, Wmo en "
        "jeugd."
    ),
    pitfalls=(
        "Het bedrag geldt voor het hele jaar. De lasten tellen alleen tot en met het kwartaal.",
        "Een ander bedrag dan in het vorige kwartaal komt door een wijziging van de begroting of "
        "door een nieuw jaar.",
        "In 2023 en 2025 zijn taakvelden anders ingedeeld. Voor dit totaal maakt dat niet uit.",
    ),
    law=LAW_BBV,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
