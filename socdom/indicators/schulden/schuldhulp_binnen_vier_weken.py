"""Share of debt-help trajectories that began within four weeks of registration."""

from socdom.indicators.context import ANALYST, CORONA, LAW_DEBT, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import ShareWithin
from socdom.measures.selection import Selection

# Wet gemeentelijke schuldhulpverlening, art. 4: a first talk within four weeks.
TERM_DAYS = 4 * 7

indicator = Indicator(
    id="schuldhulp_binnen_vier_weken",
    title="Hulp bij schulden die binnen vier weken begint",
    short="Schuldhulp binnen vier weken",
    theme="schulden",
    group="Toegang en wachttijd",
    unit="procent",
    basis="van alle trajecten die begonnen",
    says="{} van de trajecten begon binnen vier weken na de aanmelding",
    counted="trajecten",
    format="procent",
    scale=100,
    measure=ShareWithin(
        Selection("debt_trajectories"),
        from_="registered",
        to="start",
        days=TERM_DAYS,
    ),
    levels=("gemeente",),
    why=(
        "De wet geeft de gemeente vier weken tot het eerste gesprek. Dit cijfer laat zien bij welk "
        "deel het traject in die tijd begon."
    ),
    reading=(
        "We nemen alle trajecten die in het kwartaal begonnen. Het cijfer is het deel dat binnen 28 "
        "dagen na de aanmelding begon. Een begin na precies 28 dagen is binnen vier weken."
    ),
    pitfalls=(
        "De termijn van de wet gaat over het eerste gesprek. Dat kan eerder zijn dan het begin van "
        "het traject.",
        "Wie nog wacht, telt nog niet mee. Ook niet als het te lang duurt.",
        "Bij een dreigende situatie, zoals een huisuitzetting, is de termijn korter. Dat is hier niet "
        "te zien.",
    ),
    events=(CORONA,),
    law=LAW_DEBT,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur schuldhulp",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
