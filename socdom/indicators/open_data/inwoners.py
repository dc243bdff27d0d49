"""Inhabitants on 1 January."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import PITFALL_ROUNDED, SOURCE_KWB
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="inwoners",
    title="Aantal inwoners",
    short="Inwoners",
    theme="bevolking",
    unit="inwoners",
    says="{} inwoners staan op 1 januari ingeschreven",
    counted="inwoners",
    format="aantal",
    moment="stand",
    measure=External(series="kwb_inwoners"),
    levels=("gemeente", "wijk", "buurt"),
    why=(
        "Het aantal inwoners helpt om andere cijfers te begrijpen. Een grotere wijk heeft vaak ook meer "
        "mensen met hulp."
    ),
    reading=("Het CBS telt iedereen die op 1 januari in de gemeente staat ingeschreven."),
    pitfalls=(PITFALL_ROUNDED,),
    source=SOURCE_KWB,
    key_figure=True,
    written_by=ANALYST,
    checked_by="beleidsadviseur onderzoek en statistiek",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
