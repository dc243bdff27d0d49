"""Baten of the sociaal domein in the jaarrekening, in euros."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import (
    FINANCE_ROLE,
    LAW_IV3,
    PITFALL_FUND,
    PITFALL_SUPPLEMENT,
    PITFALL_TOTAL,
    PITFALL_UNPROCESSED,
    SOURCE_IV3,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="iv3_baten_totaal",
    title="Baten sociaal domein",
    short="Baten sociaal domein",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    says="{} kwam binnen voor het sociaal domein",
    format="euro",
    moment="jaar",
    measure=External(series="iv3_baten_jaarrekening_totaal"),
    why="Dit cijfer laat zien welke inkomsten de gemeente in een jaar had voor het sociaal domein.",
    reading=(
        "Baten zijn de inkomsten in de jaarrekening. We tellen alle taakvelden van het sociaal domein op "
        "(nummer 6)."
    ),
    pitfalls=(
        PITFALL_FUND,
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
