"""Households whose debt help ends in the quarter, by reason."""

from socdom.indicators.context import ANALYST, CORONA, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.flows import Outflow
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_uitstroom",
    title="Huishoudens van wie de hulp bij schulden stopt",
    short="Gestopt met schuldhulp",
    theme="schulden",
    group="Instroom en uitstroom",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="Van {} huishoudens stopte de hulp bij schulden",
    counted="huishoudens",
    format="aantal",
    measure=Outflow(Selection("debt_trajectories"), of="households"),
    group_by=("reden_schuldhulp",),
    levels=("gemeente",),
    provisional=2,
    why="De redenen laten zien hoe hulp bij schulden eindigt.",
    reading=(
        "We tellen elk huishouden waarvan het laatste traject in het kwartaal stopte. Daarna is er "
        "meer dan 90 dagen geen traject."
    ),
    pitfalls=(
        "Wie binnen 90 dagen opnieuw begint, telt achteraf niet meer mee. Het nieuwste cijfer daalt dan.",
        "Stoppen partners met een verschillende reden, dan telt het huishouden bij beide redenen.",
        "Is de reden niet ingevuld, dan staat het huishouden alleen in het totaal.",
    ),
    events=(CORONA,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
