"""Applications for welfare without a decision on the last day."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenCount
from socdom.measures.selection import Selection

indicator = Indicator(
    id="participatie_open",
    title="Aanvragen voor bijstand die nog open staan",
    short="Open aanvragen voor bijstand",
    theme="inkomen",
    group="Toegang en wachttijd",
    unit="aanvragen",
    basis="aanvragen, eind van het kwartaal",
    says="{} aanvragen voor bijstand staan nog open",
    counted="aanvragen",
    format="aantal",
    moment="stand",
    measure=OpenCount(Selection("applications", {"law": "participatie"}), from_="received", to="decided"),
    levels=("gemeente",),
    why="Aanvragen die blijven liggen, zijn in de tijd tot een besluit nog niet te zien.",
    reading=(
        "We tellen elke aanvraag die op de laatste dag van het kwartaal is ontvangen en nog niet is "
        "afgehandeld."
    ),
    pitfalls=("Veel nieuwe aanvragen vlak voor het eind van het kwartaal maken dit cijfer hoger.",),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
