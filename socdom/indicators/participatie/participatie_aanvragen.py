"""Applications for welfare received in the quarter."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.events import Events
from socdom.measures.selection import Selection

indicator = Indicator(
    id="participatie_aanvragen",
    title="Aanvragen voor bijstand",
    short="Aanvragen voor bijstand",
    theme="inkomen",
    group="Toegang en wachttijd",
    unit="aanvragen",
    basis="aanvragen in dit kwartaal",
    says="De gemeente kreeg {} aanvragen voor bijstand",
    counted="aanvragen",
    format="aantal",
    measure=Events(Selection("applications", {"law": "participatie"}), at="received"),
    levels=("gemeente",),
    why="Het aantal aanvragen verandert eerder dan het aantal huishoudens met bijstand.",
    reading="We tellen elke aanvraag die de gemeente in het kwartaal ontving.",
    pitfalls=(
        "Niet elke aanvraag leidt tot bijstand.",
        "Wie twee keer aanvraagt, telt twee keer.",
        "Ook aanvragen die later zijn ingetrokken, tellen mee.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
