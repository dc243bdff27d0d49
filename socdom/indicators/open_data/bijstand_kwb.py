"""Persons with bijstand as CBS publishes them, per 1.000 inhabitants of 15 and over."""

from socdom.indicators.context import ANALYST, LAW_INCOME, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import SOURCE_KWB
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="bijstand_kwb",
    title="Personen met bijstand volgens het CBS",
    short="Bijstand volgens CBS",
    theme="inkomen",
    group="Gebruik",
    unit="per 1.000 inwoners van 15 jaar en ouder",
    basis="per 1.000 inwoners van 15 jaar en ouder",
    says="{} inwoners van 15 jaar en ouder hebben bijstand",
    counted="personen",
    format="per_1000",
    decimals=1,
    scale=1000,
    moment="jaar",
    measure=External(series="kwb_bijstand"),
    levels=("gemeente", "wijk", "buurt"),
    why=(
        "Bijstand is het laatste vangnet voor wie te weinig inkomen heeft. Met dit cijfer kunt u "
        "wijken en buurten vergelijken met heel Nederland."
    ),
    reading=(
        "Het CBS telt de personen met een bijstandsuitkering. We delen door het aantal inwoners van 15 "
        "jaar en ouder. Het CBS publiceert per wijk namelijk geen aantal vanaf 18 jaar."
    ),
    pitfalls=(
        "Het CBS kan deze cijfers later nog aanpassen.",
        "Mensen in een instelling en dak- en thuislozen tellen niet mee.",
        "Het CBS rondt deze aantallen af op 10. In een kleine buurt zegt een verschil dus weinig.",
        "Andere overzichten delen door de inwoners vanaf 18 jaar. Hun cijfer is daardoor iets hoger.",
    ),
    law=LAW_INCOME,
    source=SOURCE_KWB,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
