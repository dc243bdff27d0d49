"""Welfare payments at the end of each quarter as CBS publishes them, per 1.000 households."""

from socdom.indicators.context import ANALYST, LAW_INCOME, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import PITFALL_REVISED, PITFALL_ROUNDED_TEN, SOURCE_WELFARE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="bijstand_cbs",
    title="Bijstandsuitkeringen volgens het CBS",
    short="Bijstandsuitkeringen (CBS)",
    theme="inkomen",
    unit="per 1.000 huishoudens",
    basis="per 1.000 huishoudens",
    says="{} huishoudens hadden op de laatste dag van het kwartaal bijstand",
    counted="uitkeringen",
    format="per_1000",
    decimals=1,
    scale=1000,
    moment="stand",
    measure=External(series="cbs_bijstand"),
    why=(
        "Bijstand is het laatste vangnet voor wie te weinig inkomen heeft. Met dit cijfer kunt u de gemeente elk "
        "kwartaal vergelijken met gemeenten die op haar lijken en met heel Nederland."
    ),
    reading=(
        "Het CBS telt de uitkeringen aan huishoudens aan het einde van het kwartaal. Een paar heeft samen één "
        "uitkering. We delen door het aantal huishoudens op 1 januari."
    ),
    pitfalls=(
        "Mensen in een instelling en dak- en thuislozen tellen niet mee.",
        "Een uitkering telt bij de gemeente die haar betaalt.",
        PITFALL_ROUNDED_TEN,
        PITFALL_REVISED,
        "Is het aantal huishoudens van een jaar niet bekend? Dan nemen we dat van het jaar dat er het "
        "dichtst bij ligt.",
    ),
    law=LAW_INCOME,
    source=SOURCE_WELFARE,
    key_figure=True,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
