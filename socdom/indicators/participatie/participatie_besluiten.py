"""Decided applications for welfare by outcome."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.events import Events
from socdom.measures.selection import Selection

indicator = Indicator(
    id="participatie_besluiten",
    title="Aanvragen voor bijstand die zijn afgehandeld",
    short="Afgehandelde aanvragen bijstand",
    theme="inkomen",
    group="Toegang en wachttijd",
    unit="aanvragen",
    basis="aanvragen in dit kwartaal",
    says="De gemeente handelde {} aanvragen voor bijstand af",
    counted="aanvragen",
    format="aantal",
    measure=Events(Selection("applications", {"law": "participatie"}), at="decided"),
    group_by=("uitkomst_aanvraag",),
    levels=("gemeente",),
    why="De uitkomst laat zien hoe vaak een aanvraag is toegekend, afgewezen of ingetrokken.",
    reading=(
        "We tellen elke aanvraag die in het kwartaal is afgehandeld. Ook ingetrokken aanvragen tellen mee."
    ),
    pitfalls=(
        "Een afgehandelde aanvraag kan in een eerder kwartaal zijn gedaan.",
        "Een afwijzing zegt niet dat er iets mis is: niet iedereen heeft recht op bijstand.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
