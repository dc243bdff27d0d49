"""Share of the open Wmo applications that are older than eight weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_WMO, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenBeyond
from socdom.measures.selection import Selection

# Wmo 2015, art. 2.3.2 and 2.3.5: six weeks for the inquiry and two weeks for the decision.
TERM_DAYS = 8 * 7

indicator = Indicator(
    id="wmo_aanvragen_open_te_lang",
    title="Open aanvragen voor Wmo-hulp die langer dan acht weken wachten",
    short="Wmo-aanvraag open na acht weken",
    theme="wmo",
    group="Toegang en wachttijd",
    unit="procent",
    basis="van alle aanvragen zonder besluit",
    says="{} van de open aanvragen voor Wmo-hulp wacht langer dan acht weken",
    counted="aanvragen",
    format="procent",
    scale=100,
    moment="stand",
    measure=OpenBeyond(
        Selection("applications", {"law": "wmo"}), from_="received", to="decided", days=TERM_DAYS
    ),
    levels=("gemeente",),
    why=(
        "De wet geeft de gemeente zes weken voor het onderzoek en twee weken voor het besluit. Dit cijfer "
        "laat zien bij welk deel die tijd voorbij is."
    ),
    reading=(
        "We nemen alle aanvragen die op de laatste dag van het kwartaal nog open zijn. Het cijfer is "
        "het deel dat langer dan 56 dagen geleden binnenkwam. Een aanvraag van precies 56 dagen oud "
        "is nog op tijd."
    ),
    pitfalls=(
        "De inwoner en de gemeente kunnen samen meer tijd afspreken. Dat staat niet in de registratie.",
        "Een aanvraag die de inwoner heeft ingetrokken, telt mee zolang die niet is afgesloten.",
        "De zes weken van de wet beginnen bij de melding. Begint de registratie pas bij de aanvraag, "
        "dan lijkt de tijd korter.",
    ),
    events=(CORONA,),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
