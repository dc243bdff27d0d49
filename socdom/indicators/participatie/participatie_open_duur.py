"""How long open applications for welfare have waited, median in weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenAge
from socdom.measures.selection import Selection

indicator = Indicator(
    id="participatie_open_duur",
    title="Wachttijd van open aanvragen voor bijstand",
    short="Wachttijd open aanvragen",
    theme="inkomen",
    group="Toegang en wachttijd",
    unit="weken",
    basis="weken sinds de aanvraag, de middelste",
    says="Open aanvragen voor bijstand wachten {} (de middelste tijd)",
    format="weken",
    decimals=1,
    moment="stand",
    measure=OpenAge(
        Selection("applications", {"law": "participatie"}),
        from_="received",
        to="decided",
        unit="weken",
    ),
    levels=("gemeente",),
    why="Dit cijfer vult de tijd tot een besluit aan. Het gaat over de mensen die nu wachten.",
    reading=(
        "We nemen alle aanvragen die op de laatste dag van het kwartaal open staan. We tellen de "
        "weken sinds de aanvraag. Het cijfer is de middelste tijd: de helft zit eronder en de helft "
        "erboven."
    ),
    pitfalls=(
        "Veel nieuwe aanvragen maken dit cijfer lager, ook als oude aanvragen blijven liggen.",
        "Deze aanvragen wachten nog. Hun hele wachttijd wordt dus langer.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="teamleider Toegang werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
