"""Households about which a signal was received, per 1.000 households."""

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
from socdom.measures.denominators import HOUSEHOLDS
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.events import Events
from socdom.measures.selection import Selection

indicator = Indicator(
    id="vroegsignalen_huishoudens",
    title="Huishoudens met een signaal van een betalingsachterstand",
    short="Huishoudens met een signaal",
    theme="schulden",
    group="Toegang en wachttijd",
    unit="per 1.000 huishoudens",
    basis="per 1.000 huishoudens",
    says="Over {} huishoudens kreeg de gemeente een signaal",
    counted="huishoudens",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=Events(Selection("debt_signals"), at="received", of="households"),
    per=HOUSEHOLDS,
    levels=("gemeente", "wijk"),
    why="Met dit cijfer zijn wijken van verschillende grootte te vergelijken.",
    reading=(
        "We tellen elk huishouden waarover in het kwartaal minstens één signaal kwam. Elk huishouden "
        "telt één keer. We delen door alle huishoudens op de eerste dag van het kwartaal."
    ),
    pitfalls=(
        "Niet elk huishouden met schulden heeft een signaal, en niet elk signaal betekent grote schulden.",
        "Het cijfer hangt ook af van het aantal bedrijven dat meldt.",
        "Wonen partners in twee wijken, dan telt het huishouden in beide wijken.",
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
