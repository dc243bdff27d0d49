"""Days within which nine out of ten began with debt help."""

from socdom.indicators.context import ANALYST, CORONA_YEAR, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="schuldhulp_wachttijd_p90",
    title="Wachttijd waarin negen van de tien met hulp bij schulden beginnen",
    short="Wachttijd schuld, negen van de tien",
    theme="schulden",
    group="Per jaar",
    unit="dagen",
    basis="dagen van aanmelding tot begin, voor negen van de tien",
    says="Negen van de tien trajecten begonnen in het jaar binnen {} na de aanmelding",
    format="dagen",
    every="jaar",
    measure=Duration(
        Selection("debt_trajectories"),
        from_="registered",
        to="start",
        statistic="p90",
    ),
    levels=("gemeente",),
    why=(
        "De middelste tijd zegt niets over wie het langst wacht. Dit cijfer laat zien hoe lang het "
        "bijna altijd hoogstens duurt."
    ),
    reading=(
        "We nemen alle trajecten die in het jaar begonnen. Bij negen van de tien duurde het wachten "
        "zo lang of korter."
    ),
    pitfalls=(
        "Wie nog wacht, telt niet mee en staat ook nog niet in de registratie.",
        "Een paar keer lang wachten maakt dit cijfer snel hoger. Bij minder dan 50 trajecten tonen we "
        "het niet.",
    ),
    events=(CORONA_YEAR,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
