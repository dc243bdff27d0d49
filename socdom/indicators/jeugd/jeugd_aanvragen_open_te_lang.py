"""Share of the open applications for youth help that are older than eight weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_YOUTH, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenBeyond
from socdom.measures.selection import Selection

# Jeugdwet has no term; Awb, art. 4:13: a reasonable time, which is over eight weeks after the application.
TERM_DAYS = 8 * 7

indicator = Indicator(
    id="jeugd_aanvragen_open_te_lang",
    title="Open aanvragen voor jeugdhulp die langer dan acht weken wachten",
    short="Aanvraag jeugd open na acht weken",
    theme="jeugd",
    group="Toegang en wachttijd",
    unit="procent",
    basis="van alle aanvragen zonder besluit",
    says="{} van de open aanvragen voor jeugdhulp wacht langer dan acht weken",
    counted="aanvragen",
    format="procent",
    scale=100,
    moment="stand",
    measure=OpenBeyond(
        Selection("applications", {"law": "jeugd"}), from_="received", to="decided", days=TERM_DAYS
    ),
    levels=("gemeente",),
    why=(
        "De Jeugdwet noemt zelf geen tijd voor het besluit. De Algemene wet bestuursrecht geeft een "
        "redelijke tijd van hoogstens acht weken."
    ),
    reading=(
        "We nemen alle aanvragen die op de laatste dag van het kwartaal nog open zijn. Het cijfer is "
        "het deel dat langer dan 56 dagen geleden binnenkwam. Een aanvraag van precies 56 dagen oud "
        "is nog op tijd."
    ),
    pitfalls=(
        "De gemeente mag met een brief een nieuwe datum noemen. Dat staat niet in de registratie.",
        "Een aanvraag die is ingetrokken, telt mee zolang die niet is afgesloten.",
        "Hulp na een verwijzing door de huisarts of de rechter gaat niet via een aanvraag en telt niet mee.",
    ),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
