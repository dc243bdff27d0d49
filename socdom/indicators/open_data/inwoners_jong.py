"""Inhabitants under 15 as a share of all, on 1 January."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import PITFALL_ROUNDED, SOURCE_KWB
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="inwoners_jong",
    title="Inwoners tot 15 jaar",
    short="Inwoners tot 15 jaar",
    theme="bevolking",
    unit="procent van de inwoners",
    basis="van alle inwoners",
    says="{} van de inwoners is jonger dan 15 jaar",
    counted="inwoners",
    format="procent",
    decimals=1,
    scale=100,
    moment="stand",
    measure=External(series="kwb_0_14"),
    levels=("gemeente", "wijk", "buurt"),
    why="In een wijk met veel kinderen hebben vaak meer gezinnen een vraag over opvoeden of opgroeien.",
    reading=("Het CBS telt de inwoners van 0 tot 15 jaar op 1 januari. We delen door alle inwoners."),
    pitfalls=(PITFALL_ROUNDED,),
    source=SOURCE_KWB,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
