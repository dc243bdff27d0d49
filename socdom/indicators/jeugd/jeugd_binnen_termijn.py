"""Share of decisions on youth help within eight weeks."""

from socdom.indicators.context import ANALYST, CORONA, DECISIONS, LAW_YOUTH, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import ShareWithin
from socdom.measures.selection import Selection

# Jeugdwet has no term; Awb, art. 4:13: a reasonable time, which is over eight weeks after the application.
TERM_DAYS = 8 * 7

indicator = Indicator(
    id="jeugd_binnen_termijn",
    title="Besluiten over jeugdhulp binnen acht weken",
    short="Besluit jeugd binnen acht weken",
    theme="jeugd",
    group="Toegang en wachttijd",
    unit="procent",
    basis="van alle besluiten over jeugdhulp",
    says="{} van de besluiten over jeugdhulp kwam binnen acht weken",
    counted="besluiten",
    format="procent",
    scale=100,
    measure=ShareWithin(
        Selection("applications", {"law": "jeugd", "outcome": DECISIONS}),
        from_="received",
        to="decided",
        days=TERM_DAYS,
    ),
    levels=("gemeente",),
    why=(
        "De Jeugdwet noemt zelf geen tijd voor het besluit. De Algemene wet bestuursrecht geeft een "
        "redelijke tijd van hoogstens acht weken."
    ),
    reading=(
        "We nemen alle aanvragen waarover de gemeente in het kwartaal besloot. Het cijfer is het deel "
        "met een besluit binnen 56 dagen. Een besluit na precies 56 dagen is op tijd."
    ),
    pitfalls=(
        "Hulp na een verwijzing door de huisarts of de rechter gaat niet via een aanvraag en telt niet mee.",
        "De gemeente mag met een brief een nieuwe datum noemen. Dat staat niet in de registratie.",
        "Aanvragen waarover nog geen besluit is, tellen nog niet mee. Ook niet als ze te lang duren.",
        "Ingetrokken aanvragen tellen niet mee, want daarover besluit de gemeente niet.",
    ),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
