"""What the budget of the year holds for sheltered work and help towards work, in euros."""

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
    id="begroting_werk",
    title="Begrote lasten voor beschut werk en hulp naar werk",
    short="Begroting werk",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    basis="voor het hele jaar",
    says="{} is voor het hele jaar begroot voor beschut werk en hulp naar werk",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_WORK, side="lasten", what="budget"),
    levels=("gemeente",),
    provisional=0,
    why=(
        "De raad stelt met de begroting vast hoeveel geld er is voor beschut werk en hulp naar werk. "
        "Tijdens het jaar kan de raad de begroting wijzigen."
    ),
    reading=(
        "Dit is de begroting voor het hele jaar, zoals die tot en met het kwartaal was gewijzigd. Dit "
        "zijn de taakvelden begeleide participatie en arbeidsparticipatie: de sociale "
        "werkvoorziening, beschut werk en hulp naar werk."
    ),
    pitfalls=(
        "Het bedrag geldt voor het hele jaar. De lasten tellen alleen tot en met het kwartaal.",
        "Een ander bedrag dan in het vorige kwartaal komt door een wijziging van de begroting of "
        "door een nieuw jaar.",
        "De uitkeringen zelf tellen hier niet mee. Die staan bij bijstand en andere inkomenssteun.",
    ),
    law=LAW_INCOME,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
