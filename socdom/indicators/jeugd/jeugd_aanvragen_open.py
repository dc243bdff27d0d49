"""Applications for youth help without a decision on the last day of the quarter."""

from socdom.indicators.context import ANALYST, CORONA, LAW_YOUTH, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenCount
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugd_aanvragen_open",
    title="Aanvragen voor jeugdhulp zonder besluit",
    short="Open aanvragen jeugdhulp",
    theme="jeugd",
    group="Toegang en wachttijd",
    unit="aanvragen",
    basis="aanvragen, eind van het kwartaal",
    says="{} aanvragen voor jeugdhulp wachten op een besluit",
    counted="aanvragen",
    format="aantal",
    moment="stand",
    measure=OpenCount(Selection("applications", {"law": "jeugd"}), from_="received", to="decided"),
    levels=("gemeente",),
    why=(
        "De cijfers over de tijd tot een besluit gaan over aanvragen die klaar zijn. Dit cijfer gaat over "
        "de aanvragen die nog wachten."
    ),
    reading="We tellen elke aanvraag waarover op de laatste dag van het kwartaal nog geen besluit is.",
    pitfalls=(
        "Hulp na een verwijzing door de huisarts of de rechter gaat niet via een aanvraag en telt niet mee.",
        "Een aanvraag van gisteren telt even zwaar als een aanvraag van vorig jaar.",
        "Sluit de gemeente een ingetrokken aanvraag later af, dan telt die tot die dag als open.",
    ),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
