"""Baten of the sociaal domein in the begroting, in euros."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import (
    FINANCE_ROLE,
    LAW_IV3,
    PITFALL_FUND,
    PITFALL_PLAN,
    PITFALL_SUPPLEMENT,
    PITFALL_TOTAL,
    PITFALL_UNPROCESSED,
    SOURCE_IV3,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="iv3_baten_begroting_totaal",
    title="Begrote baten sociaal domein",
    short="Begrote baten",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro",
    says="{} is begroot aan inkomsten voor het sociaal domein",
    format="euro",
    moment="jaar",
    measure=External(series="iv3_baten_begroting_totaal"),
    why="Dit cijfer laat zien welke inkomsten zijn begroot voor het sociaal domein.",
    reading=(
        "Dit zijn de inkomsten in de begroting bij het begin van het jaar. We tellen alle taakvelden van "
        "het sociaal domein op (nummer 6)."
    ),
    pitfalls=(
        PITFALL_PLAN,
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
