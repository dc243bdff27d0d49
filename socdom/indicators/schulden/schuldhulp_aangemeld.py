"""Households that registered for debt help in the quarter and have begun."""

from socdom.indicators.context import ANALYST, CORONA, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.events import Events
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_aangemeld",
    title="Huishoudens die zich aanmeldden en met hulp bij schulden begonnen",
    short="Aangemeld voor schuldhulp",
    theme="schulden",
    group="Instroom en uitstroom",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="{} huishoudens meldden zich aan en begonnen met hulp bij schulden",
    counted="huishoudens",
    format="aantal",
    measure=Events(Selection("debt_trajectories"), at="registered", of="households"),
    levels=("gemeente",),
    provisional=2,
    why="Een aanmelding is de eerste stap naar hulp bij schulden.",
    reading=(
        "We tellen elk huishouden dat zich in het kwartaal aanmeldde en op die dag of later met een "
        "traject begon. Elk huishouden telt één keer."
    ),
    pitfalls=(
        "Wie zich aanmeldde en nog niet begon, staat niet in de registratie. Het nieuwste cijfer "
        "stijgt daarom later nog.",
        "Wie zich aanmeldde en nooit begon, telt niet mee. Het aantal aanmeldingen is dus hoger dan "
        "dit cijfer.",
    ),
    events=(CORONA,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
