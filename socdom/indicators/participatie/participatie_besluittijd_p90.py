"""Time within which nine out of ten decisions on welfare were taken."""

from socdom.indicators.context import ANALYST, CORONA, DECISIONS, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="participatie_besluittijd_p90",
    title="Tijd tot een besluit over bijstand: negen van de tien",
    short="Negen van de tien besluiten binnen",
    theme="inkomen",
    group="Toegang en wachttijd",
    unit="weken",
    basis="weken waarbinnen negen van de tien besluiten kwamen",
    says="Negen van de tien besluiten over bijstand kwamen binnen {}",
    format="weken",
    decimals=1,
    measure=Duration(
        Selection("applications", {"law": "participatie", "outcome": DECISIONS}),
        from_="received",
        to="decided",
        unit="weken",
        statistic="p90",
    ),
    levels=("gemeente",),
    why="De middelste tijd zegt niets over wie lang wacht. Dit cijfer laat dat wel zien.",
    reading=(
        "We nemen alle aanvragen waarover de gemeente in het kwartaal besloot. Negen van de tien "
        "wachtten korter of even lang. Een van de tien wachtte langer."
    ),
    pitfalls=(
        "Bij minder dan 50 besluiten tonen we geen cijfer.",
        "Aanvragen waarover nog geen besluit is, tellen nog niet mee.",
        "Een paar lange aanvragen kunnen dit cijfer al veranderen.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
