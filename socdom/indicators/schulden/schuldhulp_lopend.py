"""Households with a running debt-help trajectory on the last day of the quarter."""

from socdom.indicators.context import ANALYST, CORONA, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_lopend",
    title="Huishoudens met hulp bij schulden",
    short="Huishoudens met schuldhulp",
    theme="schulden",
    unit="huishoudens",
    basis="huishoudens met een lopend traject, eind van het kwartaal",
    says="{} huishoudens hebben hulp bij schulden",
    counted="huishoudens",
    format="aantal",
    moment="stand",
    measure=Stock(Selection("debt_trajectories"), of="households"),
    levels=("gemeente", "wijk"),
    why=("Schulden kunnen andere problemen groter maken. De gemeente moet inwoners met schulden helpen."),
    reading=(
        "We tellen elk huishouden met een lopend traject op de laatste dag van het kwartaal. Een traject "
        "dat op die dag eindigt, telt niet meer mee."
    ),
    pitfalls=(
        "Veel mensen met schulden vragen geen hulp. Het cijfer zegt dus niet hoeveel huishoudens schulden "
        "hebben.",
        "Wie is aangemeld maar nog niet is begonnen, telt niet mee.",
        "Wonen partners in twee wijken, dan telt het huishouden in beide wijken.",
    ),
    events=(CORONA,),
    law=LAW_DEBT,
    source=SOURCE,
    key_figure=True,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
