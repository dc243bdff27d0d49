"""Persons with a re-integration provision on the last day."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="reintegratie_personen",
    title="Personen met een re-integratievoorziening",
    short="Personen met re-integratie",
    theme="inkomen",
    group="Gebruik",
    unit="personen",
    basis="personen, eind van het kwartaal",
    says="{} personen hebben een re-integratievoorziening",
    counted="personen",
    format="aantal",
    moment="stand",
    measure=Stock(Selection("reintegrations"), of="persons"),
    levels=("gemeente",),
    why="Dit cijfer laat zien hoeveel mensen de gemeente helpt op weg naar werk.",
    reading=(
        "We tellen elke persoon met minstens één voorziening op de laatste dag van het kwartaal. Een "
        "voorziening die op die dag eindigt, telt niet meer mee. Iedereen telt één keer."
    ),
    pitfalls=(
        "Niet iedereen met een voorziening heeft bijstand. Ook anderen kunnen hulp naar werk krijgen.",
        "Een gesprek of advies zonder voorziening telt niet mee.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
