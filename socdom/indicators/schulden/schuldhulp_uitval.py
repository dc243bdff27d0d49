"""Share of debt-help trajectories that stopped without a result."""

from socdom.indicators.context import ANALYST, CORONA, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import Share
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_uitval",
    title="Hulp bij schulden die stopt zonder resultaat",
    short="Schuldhulp zonder resultaat",
    theme="schulden",
    group="Soort en reden",
    unit="procent",
    basis="van alle trajecten die eindigden",
    says="{} van de trajecten die eindigden, stopte zonder resultaat",
    counted="trajecten",
    format="procent",
    scale=100,
    measure=Share(Selection("debt_trajectories"), {"end_reason": "uitval"}, at="end"),
    levels=("gemeente",),
    why=(
        "Niet elk traject wordt afgemaakt. Dit cijfer laat zien hoe vaak een traject stopt zonder resultaat."
    ),
    reading=(
        "We nemen alle trajecten die in het kwartaal eindigden. Het cijfer is het deel met uitval als "
        "reden: gestopt zonder resultaat."
    ),
    pitfalls=(
        "Het cijfer zegt niet waarom iemand stopte.",
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
