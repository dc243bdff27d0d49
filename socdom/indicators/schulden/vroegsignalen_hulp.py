"""Share of the followed-up signals after which help started."""

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
from socdom.measures.kinds.share import Share
from socdom.measures.selection import Selection

indicator = Indicator(
    id="vroegsignalen_hulp",
    title="Signalen waarna hulp begint",
    short="Signaal eindigt met hulp",
    theme="schulden",
    group="Soort en reden",
    unit="procent",
    basis="van alle afgehandelde signalen",
    says="{} van de afgehandelde signalen eindigde met hulp",
    counted="signalen",
    format="procent",
    scale=100,
    measure=Share(Selection("debt_signals"), {"result": "hulp"}, at="contacted"),
    levels=("gemeente",),
    why="Het doel van een signaal is dat iemand op tijd hulp krijgt.",
    reading=(
        "We nemen alle signalen die in het kwartaal zijn afgehandeld. Het cijfer is het deel met hulp "
        "als uitkomst."
    ),
    pitfalls=(
        "Geen hulp kan een goede uitkomst zijn: soms is de rekening al betaald.",
        "Komen er veel lichte signalen bij, dan daalt dit deel. Het aantal mensen met hulp hoeft "
        "dan niet te dalen.",
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
