"""Young adults with welfare on the last day of the quarter."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.denominators import Inhabitants
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_jongeren",
    title="Jongeren van 18 tot en met 22 jaar met bijstand",
    short="Jongeren met bijstand",
    theme="inkomen",
    group="Gebruik",
    unit="per 1.000 jongeren van 18 tot en met 22 jaar",
    basis="per 1.000 jongeren van 18 tot en met 22 jaar",
    says="{} jongeren van 18 tot en met 22 jaar hebben bijstand",
    counted="jongeren",
    format="per_1000",
    decimals=1,
    scale=1000,
    moment="stand",
    measure=Stock(Selection("benefits", ages=(18, 22)), of="persons"),
    per=Inhabitants(18, 22),
    levels=("gemeente",),
    why="Voor jongeren gelden andere regels. Zij moeten vaak eerst zelf werk of een opleiding zoeken.",
    reading=(
        "We tellen elke jongere van 18 tot en met 22 jaar met bijstand op de laatste dag van het "
        "kwartaal. De leeftijd is die op de eerste dag van het kwartaal. We delen door alle jongeren "
        "van die leeftijd op die dag."
    ),
    pitfalls=(
        "In de wet zijn jongeren vaak 18 tot 27 jaar. Wij nemen 18 tot en met 22 jaar, zoals de "
        "inwoners zijn ingedeeld.",
        "Een deel van de jongeren studeert en heeft geen recht op bijstand. Zij tellen wel mee bij de "
        "inwoners.",
        "De Tozo, de steun voor zelfstandigen in de coronatijd, telt hier niet mee.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
