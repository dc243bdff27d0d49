"""Share of decisions on welfare within eight weeks."""

from socdom.indicators.context import ANALYST, CORONA, DECISIONS, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import ShareWithin
from socdom.measures.selection import Selection

# Algemene wet bestuursrecht, art. 4:13: a decision within eight weeks of the application.
TERM_DAYS = 8 * 7

indicator = Indicator(
    id="participatie_binnen_termijn",
    title="Besluiten over bijstand binnen acht weken",
    short="Besluit bijstand binnen acht weken",
    theme="inkomen",
    group="Toegang en wachttijd",
    unit="procent",
    basis="van alle besluiten over bijstand",
    says="{} van de besluiten over bijstand kwam binnen acht weken",
    counted="besluiten",
    format="procent",
    scale=100,
    measure=ShareWithin(
        Selection("applications", {"law": "participatie", "outcome": DECISIONS}),
        from_="received",
        to="decided",
        days=TERM_DAYS,
    ),
    levels=("gemeente",),
    why=(
        "De Algemene wet bestuursrecht geeft de gemeente hoogstens acht weken voor een besluit over "
        "bijstand. Inwoners mogen rekenen op een antwoord binnen die tijd."
    ),
    reading=(
        "We nemen alle aanvragen waarover de gemeente in het kwartaal besloot. Het cijfer is het deel "
        "met een besluit binnen 56 dagen. Een besluit na precies 56 dagen is op tijd."
    ),
    pitfalls=(
        "Aanvragen waarover nog geen besluit is, tellen nog niet mee. Ook niet als ze te lang duren.",
        "Vraagt de gemeente om extra gegevens, dan staat de termijn even stil. Dat staat niet in de "
        "registratie.",
        "Ingetrokken aanvragen tellen niet mee, want daarover besluit de gemeente niet.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
