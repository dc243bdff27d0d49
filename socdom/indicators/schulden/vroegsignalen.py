"""Signals of arrears received in the quarter, by kind."""

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
    id="vroegsignalen",
    title="Signalen van betalingsachterstanden",
    short="Vroegsignalen",
    theme="schulden",
    group="Toegang en wachttijd",
    unit="signalen",
    basis="signalen in dit kwartaal",
    says="De gemeente kreeg {} signalen over rekeningen die niet zijn betaald",
    counted="signalen",
    format="aantal",
    measure=Events(Selection("debt_signals"), at="received"),
    group_by=("soort_signaal",),
    levels=("gemeente",),
    why=(
        "Verhuurders, energiebedrijven, waterbedrijven en zorgverzekeraars melden achterstanden bij "
        "de gemeente. Zo kan de gemeente eerder hulp aanbieden."
    ),
    reading="We tellen elk signaal dat de gemeente in het kwartaal ontving.",
    pitfalls=(
        "Over één huishouden kunnen meer signalen komen.",
        "Het aantal hangt ook af van het aantal bedrijven dat meldt.",
        "Een signaal is een achterstand bij één bedrijf. Het zegt niet hoe hoog de schulden zijn.",
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
