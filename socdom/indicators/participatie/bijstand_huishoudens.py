"""Households with welfare on the last day of the quarter."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_huishoudens",
    title="Huishoudens met bijstand",
    short="Huishoudens met bijstand",
    theme="inkomen",
    unit="huishoudens",
    basis="huishoudens, eind van het kwartaal",
    says="{} huishoudens hebben bijstand",
    counted="huishoudens",
    format="aantal",
    moment="stand",
    measure=Stock(Selection("benefits"), of="households"),
    levels=("gemeente", "wijk"),
    why=(
        "Bijstand is het laatste vangnet voor wie te weinig inkomen heeft. De gemeente betaalt de "
        "uitkering en helpt bij het vinden van werk."
    ),
    reading=(
        "We tellen elk huishouden met een uitkering op de laatste dag van het kwartaal. Een stel met "
        "samen één uitkering telt één keer. Een uitkering die op die dag eindigt, telt niet meer mee."
    ),
    pitfalls=(
        "Het aantal huishoudens is kleiner dan het aantal personen met bijstand.",
        "De Tozo, de steun voor zelfstandigen in de coronatijd, telt hier niet mee.",
        "Wonen partners in twee wijken, dan telt het huishouden in beide wijken.",
        "Bijstand kan later alsnog worden toegekend, vanaf een eerdere dag. Het nieuwste cijfer kan "
        "dus nog stijgen.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    key_figure=True,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
