"""Persons with a disability benefit at the end of each quarter as CBS publishes them, per wijk and buurt."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import (
    PITFALL_REVISED,
    PITFALL_ROUNDED_TEN,
    PITFALL_SMALL_WHOLE,
    SOURCE_BENEFITS,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="personen_ao_cbs",
    title="Personen met een uitkering voor arbeidsongeschiktheid volgens het CBS",
    short="Arbeidsongeschikten (CBS)",
    theme="inkomen",
    group="Gebruik",
    unit="per 1.000 inwoners van 15 jaar en ouder",
    basis="per 1.000 inwoners van 15 jaar en ouder",
    says="{} inwoners van 15 jaar en ouder hadden een uitkering voor arbeidsongeschiktheid",
    counted="personen",
    format="per_1000",
    decimals=0,
    scale=1000,
    moment="stand",
    measure=External(series="cbs_personen_ao"),
    levels=("gemeente", "wijk", "buurt"),
    why=(
        "Mensen die niet kunnen werken door ziekte of een beperking, vragen vaker hulp van de gemeente. "
        "Dit cijfer laat zien waar zij wonen."
    ),
    reading=(
        "Het CBS telt de personen met een uitkering voor arbeidsongeschiktheid aan het einde van het "
        "kwartaal. Denk aan WIA, WAO en Wajong. "
        "We delen door het aantal inwoners van 15 jaar en ouder."
    ),
    pitfalls=(
        "UWV betaalt deze uitkeringen. De gemeente gaat daar niet over.",
        PITFALL_ROUNDED_TEN,
        PITFALL_SMALL_WHOLE,
        PITFALL_REVISED,
    ),
    source=SOURCE_BENEFITS,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
