"""Households that registered for debt help in the quarter and have begun."""

from socdom.indicators.context import ANALYST, CORONA, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.events import Events
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_aangemeld",
    title="Huishoudens die zich aanmeldden voor hulp bij schulden",
    short="Aangemeld voor schuldhulp",
    theme="schulden",
    group="Instroom en uitstroom",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="{} huishoudens meldden zich aan voor hulp bij schulden",
    counted="huishoudens",
    format="aantal",
    measure=Events(Selection("debt_trajectories"), at="registered", of="households"),
    levels=("gemeente",),
    provisional=2,
    why="Een aanmelding is de eerste stap naar hulp bij schulden.",
    reading="We tellen elk huishouden dat zich in het kwartaal aanmeldde en daarna met een traject begon.",
    pitfalls=(
        "Wie zich aanmeldde en nog niet begon, staat niet in de registratie. Het nieuwste cijfer "
        "stijgt daarom later nog.",
        "Wie zich aanmeldde en nooit begon, telt niet mee. Het cijfer is dus te laag voor alle aanmeldingen.",
    ),
    events=(CORONA,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
