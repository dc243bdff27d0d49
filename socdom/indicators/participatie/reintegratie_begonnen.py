"""Re-integration provisions that start in the quarter, by kind."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.events import Events
from socdom.measures.selection import Selection

indicator = Indicator(
    id="reintegratie_begonnen",
    title="Re-integratievoorzieningen die beginnen",
    short="Begonnen re-integratie",
    theme="inkomen",
    group="Instroom en uitstroom",
    unit="voorzieningen",
    basis="voorzieningen in dit kwartaal",
    says="{} re-integratievoorzieningen begonnen",
    counted="voorzieningen",
    format="aantal",
    measure=Events(Selection("reintegrations"), at="start"),
    group_by=("soort_reintegratie",),
    levels=("gemeente",),
    why="Nieuwe voorzieningen laten eerder dan het totaal zien dat er iets verandert.",
    reading="We tellen elke voorziening met een begindatum in het kwartaal.",
    pitfalls=(
        "Wie twee voorzieningen begint, telt twee keer.",
        "Loonkostensubsidie en beschut werk duren vaak lang. Daarvan beginnen er weinig, maar lopen er veel.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
