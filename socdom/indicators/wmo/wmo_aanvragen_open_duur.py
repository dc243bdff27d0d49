"""How long the open Wmo applications have been waiting, median in weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_WMO, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenAge
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_aanvragen_open_duur",
    title="Hoe lang open aanvragen voor Wmo-hulp al wachten",
    short="Open aanvragen Wmo, tijd tot nu",
    theme="wmo",
    group="Toegang en wachttijd",
    unit="weken",
    basis="weken sinds de aanvraag, de middelste",
    says="Open aanvragen voor Wmo-hulp wachten al {} (de middelste tijd)",
    format="weken",
    decimals=1,
    moment="stand",
    measure=OpenAge(Selection("applications", {"law": "wmo"}), from_="received", to="decided", unit="weken"),
    levels=("gemeente",),
    why=(
        "Wie nog wacht, telt niet mee in de tijd tot een besluit. Dit cijfer laat zien hoe lang deze "
        "inwoners al wachten."
    ),
    reading=(
        "We nemen alle aanvragen die op de laatste dag van het kwartaal nog open zijn. Het cijfer is "
        "de middelste tijd sinds de aanvraag: de helft wacht korter en de helft langer."
    ),
    pitfalls=(
        "Het is de tijd tot nu toe. Hoe lang het wachten in totaal duurt, is nog niet bekend.",
        "Komen er veel nieuwe aanvragen bij, dan daalt het cijfer. De oude aanvragen wachten dan nog steeds.",
    ),
    events=(CORONA,),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
