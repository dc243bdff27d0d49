"""Young people with jeugdzorg as CBS publishes them, by form."""

from socdom.indicators.context import ANALYST, LAW_YOUTH, NEXT_REVIEW, RESIDENCE_YOUTH_YEAR, REVIEWED
from socdom.indicators.open_data import (
    PITFALL_OWN_OTHER,
    PITFALL_REVISED,
    PITFALL_ROUNDED_FIVE,
    SOURCE_YOUTH,
)
from socdom.measures.indicator import Break, Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="jeugdzorg_cbs",
    title="Jongeren met jeugdzorg volgens het CBS",
    short="Jeugdzorg volgens CBS",
    theme="jeugd",
    unit="procent van de jongeren tot 23 jaar",
    basis="van de jongeren tot 23 jaar",
    says="{} van de jongeren tot 23 jaar had in het jaar jeugdzorg",
    counted="jongeren",
    format="procent",
    decimals=1,
    scale=100,
    moment="jaar",
    measure=External(series="cbs_jeugdzorg"),
    group_by=("jeugdzorg_cbs",),
    why=(
        "De gemeente is verantwoordelijk voor jeugdzorg. Met dit cijfer kunt u de gemeente vergelijken met "
        "gemeenten die op haar lijken en met heel Nederland."
    ),
    reading=(
        "Het CBS telt jongeren die in het jaar jeugdhulp, jeugdbescherming of jeugdreclassering hadden. "
        "Elke jongere telt in het totaal één keer. Het CBS deelt door alle jongeren tot 23 jaar."
    ),
    pitfalls=(
        "Jeugdbescherming is een deel van de jongeren tot 18 jaar. Jeugdreclassering is een deel van de "
        "jongeren van 12 tot 23 jaar.",
        "Een jongere kan meer vormen van jeugdzorg hebben. De vormen tellen dus niet op tot het totaal.",
        PITFALL_ROUNDED_FIVE,
        PITFALL_REVISED,
        PITFALL_OWN_OTHER,
    ),
    breaks=(
        Break(
            "2021",
            "Andere telling bij het CBS",
            "Vanaf 2021 telt het CBS jeugdzorg anders en staan de cijfers in een nieuwe tabel.",
        ),
        RESIDENCE_YOUTH_YEAR,
    ),
    law=LAW_YOUTH,
    source=SOURCE_YOUTH,
    key_figure=True,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
