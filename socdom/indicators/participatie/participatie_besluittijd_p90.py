"""Time within which nine out of ten decisions on welfare were taken."""

from socdom.indicators.context import ANALYST, CORONA, DECISIONS, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="participatie_besluittijd_p90",
    title="Tijd waarin negen van de tien besluiten over bijstand komen",
    short="Besluit bijstand, negen van de tien",
    theme="inkomen",
    group="Toegang en wachttijd",
    unit="weken",
    basis="weken van aanvraag tot besluit, voor negen van de tien",
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
    why=(
        "De middelste tijd zegt niets over wie het langst wacht. Dit cijfer laat zien hoe lang het "
        "bijna altijd hoogstens duurt."
    ),
    reading=(
        "We nemen alle aanvragen waarover de gemeente in het kwartaal besloot. Bij negen van de tien "
        "duurde het zo lang of korter. Bij één van de tien duurde het langer."
    ),
    pitfalls=(
        "Aanvragen waarover nog geen besluit is, tellen nog niet mee. Ingetrokken aanvragen tellen "
        "nooit mee.",
        "Een paar lange aanvragen maken dit cijfer snel hoger. Bij minder dan 50 besluiten tonen we "
        "het niet.",
        "Na een drukke tijd kan het cijfer stijgen, omdat dan oude aanvragen worden afgehandeld.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
