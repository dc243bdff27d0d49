"""Adults with welfare on the last day of the quarter, per 1.000 inhabitants of 18 and older."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.denominators import Inhabitants
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_personen",
    title="Personen met bijstand",
    short="Personen met bijstand",
    theme="inkomen",
    group="Gebruik",
    unit="per 1.000 inwoners van 18 jaar en ouder",
    basis="per 1.000 inwoners van 18 jaar en ouder",
    says="{} inwoners van 18 jaar en ouder hebben bijstand",
    counted="inwoners",
    format="per_1000",
    decimals=1,
    scale=1000,
    moment="stand",
    measure=Stock(Selection("benefits", ages=(18, 200)), of="persons"),
    per=Inhabitants(18, 200),
    group_by=("leeftijd_volwassen",),
    levels=("gemeente", "wijk"),
    why=(
        "Met dit cijfer zijn wijken en gemeenten van verschillende grootte te vergelijken. Bijstand is het "
        "laatste vangnet voor wie te weinig inkomen heeft."
    ),
    reading=(
        "We tellen elke inwoner van 18 jaar en ouder met bijstand op de laatste dag van het kwartaal. "
        "Van een stel tellen beide partners. De leeftijd is die op de eerste dag van het kwartaal. We "
        "delen door de inwoners van 18 jaar en ouder op die dag."
    ),
    pitfalls=(
        "De meeste mensen van 65 jaar en ouder krijgen AOW. In een wijk met veel ouderen is het "
        "cijfer lager.",
        "De regels voor de begroting vragen dit cijfer per 10.000 inwoners.",
        "De Tozo, de steun voor zelfstandigen in de coronatijd, telt hier niet mee.",
        "Bijstand kan later alsnog worden toegekend, vanaf een eerdere dag. Het nieuwste cijfer kan "
        "dus nog stijgen.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    bbv="27",
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
