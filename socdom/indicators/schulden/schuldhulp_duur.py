"""How long debt-help trajectories that ended lasted, median in weeks."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    LAW_DEBT,
    NEXT_REVIEW,
    REVIEWED,
    SHORTER_ARRANGEMENT,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_duur",
    title="Duur van hulp bij schulden die eindigde",
    short="Duur van schuldhulp",
    theme="schulden",
    group="Instroom en uitstroom",
    unit="weken",
    basis="weken van begin tot einde, de middelste",
    says="Hulp bij schulden die eindigde, duurde {} (de middelste tijd)",
    format="weken",
    measure=Duration(
        Selection("debt_trajectories"),
        from_="start",
        to="end",
        unit="weken",
    ),
    levels=("gemeente",),
    why="De duur helpt om het aantal lopende trajecten te begrijpen.",
    reading=(
        "We nemen alle trajecten die in het kwartaal eindigden, met elke reden. We tellen de weken "
        "van het begin tot het einde. Het cijfer is de middelste tijd: de helft duurde korter en de "
        "helft langer."
    ),
    pitfalls=(
        "Trajecten die vroeg stoppen, maken het cijfer lager.",
        "Trajecten die nog lopen, tellen niet mee. Juist die trajecten duren vaak lang.",
    ),
    breaks=(),
    events=(
        CORONA,
        SHORTER_ARRANGEMENT,
    ),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
