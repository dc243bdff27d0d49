"""Days within which nine out of ten began with debt help."""

from socdom.indicators.context import ANALYST, CORONA_YEAR, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_wachttijd_p90",
    title="Wachttijd tot hulp bij schulden in het jaar: negen van de tien",
    short="Negen van de tien begonnen binnen",
    theme="schulden",
    group="Per jaar",
    unit="dagen",
    basis="dagen waarbinnen negen van de tien begonnen",
    says="Negen van de tien trajecten begonnen binnen {}",
    format="dagen",
    every="jaar",
    measure=Duration(
        Selection("debt_trajectories"),
        from_="registered",
        to="start",
        statistic="p90",
    ),
    levels=("gemeente",),
    why="De middelste tijd zegt niets over wie lang wacht. Dit cijfer laat dat wel zien.",
    reading=(
        "We nemen alle trajecten die in het jaar begonnen. Negen van de tien wachtten korter of even "
        "lang. Een van de tien wachtte langer."
    ),
    pitfalls=(
        "Bij minder dan 50 trajecten tonen we geen cijfer.",
        "Wie nog wacht, telt niet mee en staat ook nog niet in de registratie.",
    ),
    events=(CORONA_YEAR,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
