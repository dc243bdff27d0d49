"""Inhabitants with a Wmo provision in the quarter, per 1.000 inhabitants."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    FLAT_RATE,
    FLAT_RATE_GENERAL,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
)
from socdom.measures.denominators import Inhabitants
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_clienten",
    title="Inwoners met Wmo-hulp",
    short="Inwoners met Wmo-hulp",
    theme="wmo",
    unit="per 1.000 inwoners",
    basis="per 1.000 inwoners",
    says="{} inwoners hebben Wmo-hulp",
    counted="inwoners",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=PersonsActive(Selection("provisions", {"law": "wmo"})),
    per=Inhabitants(),
    group_by=("soort_wmo", "vorm", "leeftijd"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "De Wmo helpt inwoners om thuis te blijven wonen en mee te doen. Dit cijfer laat zien hoeveel "
        "inwoners hulp op maat hebben."
    ),
    reading=(
        "We tellen elke inwoner die in het kwartaal minstens één dag Wmo-hulp had. Wie meer soorten hulp "
        "heeft, telt één keer. We delen door het aantal inwoners op de eerste dag van het kwartaal."
    ),
    pitfalls=(
        "Wie meer soorten hulp heeft, telt bij elke soort mee. De soorten samen zijn dus meer dan het "
        "totaal.",
        "Een inwoner telt in de wijk waar hij aan het eind van het kwartaal woont.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
        "Het CBS telt per half jaar en komt daardoor hoger uit.",
        "De regels voor de begroting vragen dit cijfer per 10.000 inwoners.",
    ),
    breaks=(FLAT_RATE,),
    events=(FLAT_RATE_GENERAL, CORONA),
    law=LAW_WMO,
    source=SOURCE,
    bbv="32",
    key_figure=True,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
