"""Share of open applications for welfare older than eight weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenBeyond
from socdom.measures.selection import Selection

# Algemene wet bestuursrecht, art. 4:13: a decision within eight weeks of the application.
TERM_DAYS = 8 * 7

indicator = Indicator(
    id="participatie_open_te_lang",
    title="Open aanvragen voor bijstand die langer dan acht weken wachten",
    short="Bijstandsaanvraag na acht weken open",
    theme="inkomen",
    group="Toegang en wachttijd",
    unit="procent",
    basis="van alle aanvragen zonder besluit",
    says="{} van de open aanvragen voor bijstand wacht langer dan acht weken",
    counted="aanvragen",
    format="procent",
    scale=100,
    moment="stand",
    measure=OpenBeyond(
        Selection("applications", {"law": "participatie"}),
        from_="received",
        to="decided",
        days=TERM_DAYS,
    ),
    levels=("gemeente",),
    why=(
        "De Algemene wet bestuursrecht geeft de gemeente hoogstens acht weken voor een besluit over "
        "bijstand. Dit cijfer laat zien bij welk deel die tijd voorbij is."
    ),
    reading=(
        "We nemen alle aanvragen die op de laatste dag van het kwartaal nog open zijn. Het cijfer is "
        "het deel dat langer dan 56 dagen geleden binnenkwam. Een aanvraag van precies 56 dagen oud "
        "is nog op tijd."
    ),
    pitfalls=(
        "Vraagt de gemeente om extra gegevens, dan staat de termijn even stil. Dat staat niet in de "
        "registratie.",
        "Een aanvraag die is ingetrokken, telt mee zolang die niet is afgesloten.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
