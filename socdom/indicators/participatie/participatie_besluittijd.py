"""Time from an application for welfare to its decision, median in weeks."""

from socdom.indicators.context import ANALYST, CORONA, DECISIONS, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="participatie_besluittijd",
    title="Tijd tot een besluit over bijstand",
    short="Tijd tot besluit bijstand",
    theme="inkomen",
    group="Toegang en wachttijd",
    unit="weken",
    basis="weken van aanvraag tot besluit, de middelste",
    says="Een besluit over bijstand duurt {} (de middelste tijd)",
    format="weken",
    decimals=1,
    measure=Duration(
        Selection("applications", {"law": "participatie", "outcome": DECISIONS}),
        from_="received",
        to="decided",
        unit="weken",
    ),
    levels=("gemeente",),
    why=(
        "Wie bijstand aanvraagt, heeft vaak geen geld meer. Dit cijfer laat zien hoe lang het besluit duurt."
    ),
    reading=(
        "We nemen alle aanvragen waarover de gemeente in het kwartaal besloot. Het cijfer is de "
        "middelste tijd: de helft wachtte korter en de helft langer."
    ),
    pitfalls=(
        "Aanvragen waarover nog geen besluit is, tellen nog niet mee. Ingetrokken aanvragen "
        "tellen nooit mee.",
        "De middelste tijd zegt niets over wie het langst wacht.",
        "Een voorschot tijdens het wachten is hier niet te zien.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
