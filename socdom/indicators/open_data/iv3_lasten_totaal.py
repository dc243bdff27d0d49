"""Lasten of the sociaal domein in the jaarrekening, in euros."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import (
    FINANCE_ROLE,
    LAW_IV3,
    PITFALL_SUPPLEMENT,
    PITFALL_TOTAL,
    PITFALL_UNPROCESSED,
    SOURCE_IV3,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="iv3_lasten_totaal",
    title="Lasten sociaal domein",
    short="Lasten sociaal domein",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    says="{} ging naar het sociaal domein",
    format="euro",
    moment="jaar",
    measure=External(series="iv3_lasten_jaarrekening_totaal"),
    why="Dit cijfer laat zien wat de gemeente in een jaar uitgaf aan het sociaal domein.",
    reading=(
        "Lasten zijn de kosten in de jaarrekening. We tellen alle taakvelden van het sociaal domein op "
        "(nummer 6)."
    ),
    pitfalls=(
        PITFALL_TOTAL,
        PITFALL_UNPROCESSED,
        PITFALL_SUPPLEMENT,
    ),
    law=LAW_IV3,
    source=SOURCE_IV3,
    written_by=ANALYST,
    checked_by=FINANCE_ROLE,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
