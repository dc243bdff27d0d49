"""Share of debt-help trajectories that ended free of debt or with an arrangement."""

from socdom.indicators.context import ANALYST, CORONA, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import Share
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_resultaat",
    title="Hulp bij schulden die eindigt schuldenvrij of met een regeling",
    short="Schuldenvrij of met een regeling",
    theme="schulden",
    group="Soort en reden",
    unit="procent",
    basis="van alle trajecten die eindigden",
    says="{} van de trajecten die eindigden, eindigde schuldenvrij of met een schuldregeling",
    counted="trajecten",
    format="procent",
    scale=100,
    measure=Share(
        Selection("debt_trajectories"), {"end_reason": ("schuldenvrij", "schuldregeling")}, at="end"
    ),
    levels=("gemeente",),
    why=(
        "Dit cijfer laat zien hoe vaak een traject eindigt zonder schulden of met een regeling voor "
        "de schulden."
    ),
    reading=(
        "We nemen alle trajecten die in het kwartaal eindigden. Het cijfer is het deel met "
        "schuldenvrij of een schuldregeling als reden."
    ),
    pitfalls=(
        "Een regeling is nog geen einde van de schulden. Na het traject kan het alsnog misgaan.",
        "Wie verhuist of overlijdt, telt mee bij de trajecten die eindigden.",
        "Is de reden niet ingevuld, dan telt het traject alleen mee in het geheel.",
    ),
    events=(CORONA,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
