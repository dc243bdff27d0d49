"""Baten of the sociaal domein in the jaarrekening, per inhabitant, beside comparable municipalities."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import (
    FINANCE_ROLE,
    LAW_IV3,
    PITFALL_BOOKING,
    PITFALL_FUND,
    PITFALL_GROUPS,
    PITFALL_SUPPLEMENT,
    PITFALL_UNPROCESSED,
    SOURCE_IV3,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="iv3_baten",
    title="Baten sociaal domein per inwoner",
    short="Baten per inwoner",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro per inwoner",
    basis="per inwoner",
    says="{} per inwoner kwam binnen voor het sociaal domein",
    format="euro",
    moment="jaar",
    measure=External(series="iv3_baten_jaarrekening"),
    group_by=("taakveldgroep",),
    why=(
        "Tegenover de kosten staan ook inkomsten. Een voorbeeld is het geld van het Rijk voor "
        "bijstandsuitkeringen."
    ),
    reading=(
        "Baten zijn de inkomsten in de jaarrekening. We tellen alle taakvelden van het sociaal domein op "
        "(nummer 6). We delen door het aantal inwoners in dat jaar."
    ),
    pitfalls=(
        PITFALL_FUND,
        PITFALL_BOOKING,
        PITFALL_GROUPS,
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
