"""Lasten of the sociaal domein in the begroting, in euros."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import (
    FINANCE_ROLE,
    LAW_IV3,
    PITFALL_PLAN,
    PITFALL_SUPPLEMENT,
    PITFALL_TOTAL,
    PITFALL_UNPROCESSED,
    SOURCE_IV3,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="iv3_lasten_begroting_totaal",
    title="Begrote lasten sociaal domein",
    short="Begrote lasten",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    says="{} is begroot voor het sociaal domein",
    format="euro",
    moment="jaar",
    measure=External(series="iv3_lasten_begroting_totaal"),
    why="Dit cijfer laat zien hoeveel geld de raad voor het jaar heeft begroot voor het sociaal domein.",
    reading=(
        "Dit zijn de kosten in de begroting bij het begin van het jaar. We tellen alle taakvelden van het"
        " sociaal domein op (nummer 6)."
    ),
    pitfalls=(
        PITFALL_PLAN,
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
