"""Persons with an unemployment benefit at the end of each quarter as CBS publishes them, per wijk and buurt."""

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
    id="personen_ww_cbs",
    title="Personen met WW per kwartaal volgens het CBS",
    short="Personen met WW (CBS)",
    theme="inkomen",
    group="Gebruik",
    unit="per 1.000 inwoners van 15 jaar en ouder",
    basis="per 1.000 inwoners van 15 jaar en ouder",
    says="{} inwoners van 15 jaar en ouder hadden op de laatste dag van het kwartaal WW",
    counted="personen",
    format="per_1000",
    decimals=0,
    scale=1000,
    moment="stand",
    measure=External(series="cbs_personen_ww"),
    levels=("gemeente", "wijk", "buurt"),
    why=(
        "Wie na de WW nog geen werk heeft, kan bijstand nodig hebben. Dit cijfer helpt om dat vooraf te zien."
    ),
    reading=(
        "Het CBS telt de personen met een werkloosheidsuitkering aan het einde van het kwartaal. "
        "We delen door het aantal inwoners van 15 jaar en ouder."
    ),
    pitfalls=(
        "UWV betaalt de WW. De gemeente gaat daar niet over.",
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
