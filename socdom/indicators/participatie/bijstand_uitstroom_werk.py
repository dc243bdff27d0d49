"""Households that leave welfare for work in the quarter."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.flows import Outflow
from socdom.measures.selection import Selection

indicator = Indicator(
    id="bijstand_uitstroom_werk",
    title="Huishoudens die van bijstand naar werk gaan",
    short="Van bijstand naar werk",
    theme="inkomen",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="{} huishoudens gingen van bijstand naar werk",
    counted="huishoudens",
    format="aantal",
    measure=Outflow(Selection("benefits"), of="households", reasons=("werk",)),
    levels=("gemeente",),
    provisional=2,
    why=(
        "De gemeente helpt mensen met bijstand om werk te vinden. Dit cijfer laat zien van hoeveel "
        "huishoudens de bijstand stopt door werk."
    ),
    reading=(
        "We tellen elk huishouden waarvan de bijstand in het kwartaal stopte met werk als reden. Daarna "
        "is er meer dan 90 dagen geen bijstand."
    ),
    pitfalls=(
        "Wie naast een deeltijdbaan bijstand houdt, telt niet mee.",
        "Wie binnen 90 dagen weer bijstand krijgt, telt achteraf niet meer mee. Het nieuwste cijfer daalt "
        "dan.",
        "Het cijfer zegt niet of iemand werk vond door hulp van de gemeente.",
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
