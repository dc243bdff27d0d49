"""What the budget of the year holds for community work, in euros."""

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
    id="begroting_samenkracht",
    title="Begrote lasten voor samenkracht en burgerparticipatie",
    short="Begroting samenkracht",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    basis="voor het hele jaar",
    says="{} is voor het hele jaar begroot voor samenkracht en burgerparticipatie",
    format="euro",
    moment="jaar",
    measure=Budget(TAAKVELDEN_COMMUNITY, side="lasten", what="budget"),
    levels=("gemeente",),
    provisional=0,
    why=(
        "De raad stelt met de begroting vast hoeveel geld er is voor samenkracht en "
        "burgerparticipatie. Tijdens het jaar kan de raad de begroting wijzigen."
    ),
    reading=(
        "Dit is de begroting voor het hele jaar, zoals die tot en met het kwartaal was gewijzigd. Dit "
        "is het taakveld samenkracht en burgerparticipatie: buurthuizen, mantelzorg, vrijwilligers en "
        "algemeen welzijn."
    ),
    pitfalls=(
        "Het bedrag geldt voor het hele jaar. De lasten tellen alleen tot en met het kwartaal.",
        "Een ander bedrag dan in het vorige kwartaal komt door een wijziging van de begroting of door "
        "een nieuw jaar.",
        "Ook de opvang van vluchtelingen kan hier zijn geboekt. Dat kan het bedrag sterk veranderen.",
    ),
    law=LAW_WMO,
    source=SOURCE_MONEY,
    written_by="adviseur planning en control",
    checked_by=ANALYST,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
