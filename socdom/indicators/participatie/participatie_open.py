"""Applications for welfare without a decision on the last day."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenCount
from socdom.measures.selection import Selection

indicator = Indicator(
    id="participatie_open",
    title="Aanvragen voor bijstand zonder besluit",
    short="Open aanvragen bijstand",
    theme="inkomen",
    group="Toegang en wachttijd",
    unit="aanvragen",
    basis="aanvragen, eind van het kwartaal",
    says="{} aanvragen voor bijstand wachten op een besluit",
    counted="aanvragen",
    format="aantal",
    moment="stand",
    measure=OpenCount(Selection("applications", {"law": "participatie"}), from_="received", to="decided"),
    levels=("gemeente",),
    why=(
        "De cijfers over de tijd tot een besluit gaan over aanvragen die klaar zijn. Dit cijfer gaat "
        "over de aanvragen die nog wachten."
    ),
    reading="We tellen elke aanvraag waarover op de laatste dag van het kwartaal nog geen besluit is.",
    pitfalls=(
        "Een aanvraag van gisteren telt even zwaar als een aanvraag van vorig jaar.",
        "Sluit de gemeente een ingetrokken aanvraag later af, dan telt die tot die dag als open.",
        "Meer open aanvragen kan komen door meer aanvragen of door een langere tijd tot het besluit.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
