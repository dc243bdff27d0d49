"""Days from registration to the start of debt help, median."""

from socdom.indicators.context import ANALYST, CORONA, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_wachttijd",
    title="Wachttijd voor hulp bij schulden",
    short="Wachttijd schuldhulp",
    theme="schulden",
    group="Toegang en wachttijd",
    unit="dagen",
    basis="dagen van aanmelding tot begin, de middelste",
    says="Van aanmelding tot begin van hulp bij schulden duurt {} (de middelste tijd)",
    format="dagen",
    measure=Duration(Selection("debt_trajectories"), from_="registered", to="start"),
    levels=("gemeente",),
    why=(
        "De wet geeft de gemeente vier weken tot het eerste gesprek. Dit cijfer laat zien hoe lang "
        "het duurt tot het traject begint."
    ),
    reading=(
        "We nemen alle trajecten die in het kwartaal begonnen. We tellen de dagen van de aanmelding "
        "tot het begin. Het cijfer is de middelste tijd: de helft wachtte korter en de helft langer."
    ),
    pitfalls=(
        "Wie nog wacht, telt niet mee en staat ook nog niet in de registratie.",
        "We tellen tot het begin van het traject. Het eerste gesprek kan eerder zijn.",
        "Bij een dreigende situatie, zoals een huisuitzetting, is de termijn korter. Dat is hier niet "
        "te zien.",
        "De middelste tijd zegt niets over wie het langst wacht.",
    ),
    events=(CORONA,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
