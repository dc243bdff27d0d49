"""Inhabitants of 65 and over as a share of all, on 1 January."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import PITFALL_ROUNDED, SOURCE_KWB
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="inwoners_65_plus",
    title="Inwoners van 65 jaar en ouder",
    short="Inwoners van 65 en ouder",
    theme="bevolking",
    unit="procent van de inwoners",
    basis="van alle inwoners",
    says="{} van de inwoners is 65 jaar of ouder",
    counted="inwoners",
    format="procent",
    decimals=1,
    scale=100,
    moment="stand",
    measure=External(series="kwb_65_plus"),
    levels=("gemeente", "wijk", "buurt"),
    why=(
        "Oudere inwoners hebben vaker hulp uit de Wmo. Dit cijfer helpt om verschillen tussen wijken te "
        "begrijpen."
    ),
    reading=("Het CBS telt de inwoners van 65 jaar en ouder op 1 januari. We delen door alle inwoners."),
    pitfalls=(PITFALL_ROUNDED,),
    source=SOURCE_KWB,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
