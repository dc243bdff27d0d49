"""How long the open applications for youth help have been waiting, median in weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_YOUTH, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenAge
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugd_aanvragen_open_duur",
    title="Hoe lang open aanvragen voor jeugdhulp al wachten",
    short="Open aanvragen jeugd, tijd tot nu",
    theme="jeugd",
    group="Toegang en wachttijd",
    unit="weken",
    basis="weken sinds de aanvraag, de middelste",
    says="Open aanvragen voor jeugdhulp wachten al {} (de middelste tijd)",
    format="weken",
    decimals=1,
    moment="stand",
    measure=OpenAge(
        Selection("applications", {"law": "jeugd"}), from_="received", to="decided", unit="weken"
    ),
    levels=("gemeente",),
    why=(
        "Wie nog wacht, telt niet mee in de tijd tot een besluit. Dit cijfer laat zien hoe lang deze "
        "gezinnen al wachten."
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
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
