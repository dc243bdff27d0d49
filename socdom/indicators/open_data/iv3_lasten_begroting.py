"""Lasten of the sociaal domein in the begroting, per inhabitant, beside comparable municipalities."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import (
    FINANCE_ROLE,
    LAW_IV3,
    PITFALL_BOOKING,
    PITFALL_GROUPS,
    PITFALL_PLAN,
    PITFALL_REGIONAL,
    PITFALL_SUPPLEMENT,
    PITFALL_UNPROCESSED,
    SOURCE_IV3,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="iv3_lasten_begroting",
    title="Begrote lasten sociaal domein per inwoner",
    short="Begrote lasten per inwoner",
    theme="geld",
    group="Kosten en prijzen",
    unit="euro per inwoner",
    basis="per inwoner",
    says="{} per inwoner is begroot voor het sociaal domein",
    format="euro",
    moment="jaar",
    measure=External(series="iv3_lasten_begroting"),
    group_by=("taakveldgroep",),
    why=(
        "De raad stelt de begroting vast. Per inwoner kunt u het plan vergelijken met andere gemeenten en"
        " met de jaren ervoor."
    ),
    reading=(
        "Dit zijn de kosten in de begroting bij het begin van het jaar. We tellen alle taakvelden van het"
        " sociaal domein op (nummer 6). We delen door het aantal inwoners in dat jaar."
    ),
    pitfalls=(
        PITFALL_PLAN,
        PITFALL_BOOKING,
        PITFALL_GROUPS,
        PITFALL_REGIONAL,
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
