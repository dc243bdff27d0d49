"""Households that begin with debt help in the quarter."""

from socdom.indicators.context import ANALYST, CORONA, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.flows import Inflow
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_instroom",
    title="Huishoudens die beginnen met hulp bij schulden",
    short="Begonnen met schuldhulp",
    theme="schulden",
    group="Instroom en uitstroom",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="{} huishoudens begonnen met hulp bij schulden",
    counted="huishoudens",
    format="aantal",
    measure=Inflow(Selection("debt_trajectories"), of="households"),
    levels=("gemeente",),
    why=(
        "Dit cijfer laat zien hoeveel huishoudens met hulp bij schulden beginnen. Sinds 2021 krijgt "
        "de gemeente ook signalen als iemand rekeningen niet betaalt."
    ),
    reading=(
        "We tellen elk huishouden waarvan een traject in het kwartaal begint. Daarvóór was er meer dan "
        "90 dagen geen traject."
    ),
    pitfalls=(
        "Meer huishoudens met hulp betekent niet dat er meer schulden zijn. Het bereik kan beter zijn "
        "geworden.",
        "Een kort gesprek of advies zonder traject telt niet mee.",
    ),
    events=(CORONA,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
