"""Signals that were followed up in the quarter, by result."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    EARLY_SIGNALS,
    ENERGY_ENDS,
    LAW_DEBT,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.events import Events
from socdom.measures.selection import Selection

indicator = Indicator(
    id="vroegsignalen_uitkomst",
    title="Afgehandelde signalen naar uitkomst",
    short="Uitkomst van signalen",
    theme="schulden",
    group="Soort en reden",
    unit="signalen",
    basis="signalen in dit kwartaal",
    says="De gemeente handelde {} signalen af",
    counted="signalen",
    format="aantal",
    measure=Events(Selection("debt_signals"), at="contacted"),
    group_by=("uitkomst_signaal",),
    levels=("gemeente",),
    why=(
        "Een signaal helpt alleen als de gemeente contact krijgt. De uitkomst laat zien wat er daarna "
        "gebeurde."
    ),
    reading=(
        "We tellen elk signaal dat in het kwartaal is afgehandeld: er was contact, of de gemeente "
        "stopte met proberen."
    ),
    pitfalls=(
        "Een afgehandeld signaal kan in een eerder kwartaal zijn ontvangen.",
        "Wie geen hulp wil, kan later alsnog om hulp vragen. Dat is hier niet te zien.",
    ),
    breaks=(EARLY_SIGNALS,),
    events=(
        CORONA,
        ENERGY_ENDS,
    ),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
