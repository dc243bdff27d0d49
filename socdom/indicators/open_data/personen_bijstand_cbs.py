"""Persons with welfare at the end of each quarter as CBS publishes them, per wijk and buurt."""

from socdom.indicators.context import ANALYST, LAW_INCOME, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import (
    PITFALL_REVISED,
    PITFALL_ROUNDED_TEN,
    PITFALL_SMALL_WHOLE,
    SOURCE_BENEFITS,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="personen_bijstand_cbs",
    title="Personen met bijstand per kwartaal volgens het CBS",
    short="Personen met bijstand (CBS)",
    theme="inkomen",
    group="Gebruik",
    unit="per 1.000 inwoners van 15 jaar en ouder",
    basis="per 1.000 inwoners van 15 jaar en ouder",
    says="{} inwoners van 15 jaar en ouder hadden op de laatste dag van het kwartaal bijstand",
    counted="personen",
    format="per_1000",
    decimals=0,
    scale=1000,
    moment="stand",
    measure=External(series="cbs_personen_bijstand"),
    levels=("gemeente", "wijk", "buurt"),
    why=(
        "Met dit cijfer kunt u elk kwartaal zien in welke wijken en buurten veel mensen van de bijstand "
        "leven."
    ),
    reading=(
        "Het CBS telt de personen met een bijstandsuitkering aan het einde van het kwartaal. Van een paar tellen "
        "beide personen. "
        "We delen door het aantal inwoners van 15 jaar en ouder."
    ),
    pitfalls=(
        "Andere cijfers over bijstand tellen huishoudens of uitkeringen. Die aantallen zijn lager.",
        PITFALL_ROUNDED_TEN,
        PITFALL_SMALL_WHOLE,
        PITFALL_REVISED,
    ),
    law=LAW_INCOME,
    source=SOURCE_BENEFITS,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
