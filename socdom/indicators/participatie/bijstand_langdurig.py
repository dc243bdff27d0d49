"""Share of who has welfare on the last day that has had it for more than two years."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.open_cases import OpenBeyond
from socdom.measures.selection import Selection

# Two years, one of which may be a leap year.
LONG_DAYS = 2 * 365 + 1

indicator = Indicator(
    id="bijstand_langdurig",
    title="Mensen die langer dan twee jaar bijstand hebben",
    short="Langer dan twee jaar bijstand",
    theme="inkomen",
    group="Gebruik",
    unit="procent",
    basis="van alle personen met bijstand",
    says="{} van de personen met bijstand heeft die langer dan twee jaar",
    counted="personen",
    format="procent",
    scale=100,
    moment="stand",
    measure=OpenBeyond(
        Selection("benefits"),
        from_="start",
        to="end",
        days=LONG_DAYS,
    ),
    levels=("gemeente",),
    why=(
        "Wie lang bijstand heeft, leeft lang van weinig geld. Dit cijfer laat zien voor welk deel dat "
        "langer dan twee jaar is."
    ),
    reading=(
        "We nemen alle uitkeringen die op de laatste dag van het kwartaal lopen. Het cijfer is het "
        "deel dat meer dan 731 dagen geleden begon. Twee jaar is met een schrikkeldag 731 dagen."
    ),
    pitfalls=(
        "Na een onderbreking begint de telling opnieuw. Wie een tijd geen bijstand had, valt dus uit "
        "deze groep.",
        "Krijgt een stel samen bijstand, dan telt elke partner apart.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
