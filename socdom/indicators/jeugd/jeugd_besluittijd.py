"""Time from an application for youth help to its decision, median in weeks."""

from socdom.indicators.context import ANALYST, CORONA, DECISIONS, LAW_YOUTH, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugd_besluittijd",
    title="Tijd tot een besluit over jeugdhulp",
    short="Tijd tot besluit jeugdhulp",
    theme="jeugd",
    group="Toegang en wachttijd",
    unit="weken",
    basis="weken van aanvraag tot besluit, de middelste",
    says="Een besluit over jeugdhulp duurt {} (de middelste tijd)",
    format="weken",
    decimals=1,
    measure=Duration(
        Selection("applications", {"law": "jeugd", "outcome": DECISIONS}),
        from_="received",
        to="decided",
        unit="weken",
    ),
    levels=("gemeente",),
    why=(
        "Ouders die hulp aanvragen bij de gemeente, willen snel weten of die er komt. Dit cijfer laat zien "
        "hoe lang dat duurt."
    ),
    reading=(
        "We nemen alle aanvragen waarover de gemeente in het kwartaal besloot. Het cijfer is de middelste "
        "tijd: de helft wachtte korter en de helft langer."
    ),
    pitfalls=(
        "Hulp na een verwijzing door de huisarts of de rechter gaat niet via een aanvraag en telt niet mee.",
        "Aanvragen waarover nog geen besluit is, tellen nog niet mee. Ingetrokken aanvragen tellen nooit "
        "mee.",
        "De middelste tijd zegt niets over wie het langst wacht.",
    ),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
