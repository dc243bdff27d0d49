"""Households with help under more than one law as CBS publishes them."""

from socdom.indicators.context import ANALYST, LAW_ACCESS, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import PITFALL_REVISED, PITFALL_ROUNDED_FIVE, SOURCE_OVERLAP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="stapeling_cbs",
    title="Huishoudens met hulp uit meer wetten volgens het CBS",
    short="Hulp uit meer wetten (CBS)",
    theme="samenhang",
    group="Gebruik",
    unit="procent van de huishoudens met hulp",
    basis="van de huishoudens met hulp",
    says="{} van de huishoudens met hulp had hulp uit meer dan één wet",
    counted="huishoudens",
    format="procent",
    decimals=0,
    scale=100,
    moment="jaar",
    measure=External(series="cbs_stapeling"),
    levels=("gemeente", "wijk"),
    why=(
        "Een huishouden met hulp uit meer wetten heeft vaak met meer hulpverleners te maken. Dan is het belangrijk "
        "dat zij samenwerken. Met dit cijfer kunt u wijken en gemeenten vergelijken."
    ),
    reading=(
        "Het CBS telt huishoudens met hulp uit de Jeugdwet, de Participatiewet of de Wmo. We halen daar de "
        "huishoudens van af die hulp uit één wet hebben. Wat overblijft, delen we door alle huishoudens met hulp."
    ),
    pitfalls=(
        PITFALL_ROUNDED_FIVE,
        "Van gebieden met minder dan 100 huishoudens met hulp is er geen cijfer. Door het afronden zegt het daar "
        "te weinig.",
        "Een gemeente die haar cijfers over de Wmo niet aan het CBS levert, heeft hier geen cijfer.",
        PITFALL_REVISED,
    ),
    law=LAW_ACCESS,
    source=SOURCE_OVERLAP,
    written_by=ANALYST,
    checked_by="beleidsadviseur integrale toegang",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
