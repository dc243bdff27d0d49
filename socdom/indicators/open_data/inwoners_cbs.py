"""Inhabitants at the end of each quarter."""

from socdom.indicators.context import ANALYST, NEXT_REVIEW, REVIEWED
from socdom.indicators.open_data import PITFALL_REVISED, SOURCE_POPULATION
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External

indicator = Indicator(
    id="inwoners_cbs",
    title="Aantal inwoners per kwartaal volgens het CBS",
    short="Inwoners per kwartaal",
    theme="bevolking",
    unit="inwoners",
    says="{} inwoners staan op de laatste dag van het kwartaal ingeschreven",
    counted="inwoners",
    format="aantal",
    moment="stand",
    measure=External(series="cbs_inwoners"),
    why=(
        "Groeit of krimpt de gemeente? Meer inwoners betekent vaak ook meer mensen met hulp. Met dit cijfer "
        "ziet u dat eerder dan met cijfers per jaar."
    ),
    reading=(
        "Het CBS telt elke maand wie in de gemeente staat ingeschreven. We nemen de laatste maand van elk "
        "kwartaal."
    ),
    pitfalls=(
        PITFALL_REVISED,
        "Mensen die hier wonen en niet zijn ingeschreven, tellen niet mee.",
    ),
    source=SOURCE_POPULATION,
    written_by=ANALYST,
    checked_by="beleidsadviseur onderzoek en statistiek",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
