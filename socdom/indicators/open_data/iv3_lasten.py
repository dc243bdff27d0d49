"""Lasten of the sociaal domein in the jaarrekening, per inhabitant, beside comparable municipalities."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import (
    FINANCE_ROLE,
    LAW_IV3,
    PITFALL_BOOKING,
    PITFALL_GROUPS,
    PITFALL_REGIONAL,
    PITFALL_SUPPLEMENT,
    PITFALL_UNPROCESSED,
    SOURCE_IV3,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="iv3_lasten",
    title="Lasten sociaal domein per inwoner",
    short="Lasten per inwoner",
    theme="geld",
    unit="euro per inwoner",
    basis="per inwoner",
    says="{} per inwoner ging naar het sociaal domein",
    format="euro",
    moment="jaar",
    measure=External(series="iv3_lasten_jaarrekening"),
    group_by=("taakveldgroep",),
    why=(
        "Het sociaal domein is een groot deel van de uitgaven van de gemeente. Per inwoner kunt u die "
        "uitgaven vergelijken met andere gemeenten."
    ),
    reading=(
        "Lasten zijn de kosten in de jaarrekening. We tellen alle taakvelden van het sociaal domein op "
        "(nummer 6). We delen door het aantal inwoners in dat jaar."
    ),
    pitfalls=(
        PITFALL_BOOKING,
        PITFALL_GROUPS,
        PITFALL_REGIONAL,
        PITFALL_UNPROCESSED,
        PITFALL_SUPPLEMENT,
    ),
    law=LAW_IV3,
    source=SOURCE_IV3,
    key_figure=True,
    written_by=ANALYST,
    checked_by=FINANCE_ROLE,
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
