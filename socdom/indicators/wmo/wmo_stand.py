"""Inhabitants with a Wmo provision on the last day of the quarter."""

from socdom.indicators.context import (
    ANALYST,
    CONTRACT_TURN,
    CORONA,
    FLAT_RATE,
    FLAT_RATE_GENERAL,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_stand",
    title="Inwoners met Wmo-hulp aan het eind van het kwartaal",
    short="Wmo-hulp, eind van het kwartaal",
    theme="wmo",
    group="Gebruik",
    unit="inwoners",
    basis="inwoners, eind van het kwartaal",
    says="{} inwoners hebben Wmo-hulp aan het eind van het kwartaal",
    counted="inwoners",
    format="aantal",
    moment="stand",
    measure=Stock(Selection("provisions", {"law": "wmo"})),
    group_by=("categorie_wmo", "leeftijd"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Dit cijfer laat zien hoeveel inwoners op één dag hulp hebben. Zo kunt u kwartalen goed "
        "vergelijken, ook als er veel hulp begint of stopt."
    ),
    reading=(
        "We tellen elke inwoner die op de laatste dag van het kwartaal Wmo-hulp heeft. Hulp die op die dag "
        "eindigt, telt niet meer mee. Wie meer soorten hulp heeft, telt één keer."
    ),
    pitfalls=(
        CONTRACT_TURN,
        "Het cijfer is lager dan het aantal inwoners met hulp in het hele kwartaal. Wie eerder stopte, telt "
        "hier niet mee.",
        "Wie meer soorten hulp heeft, telt bij elke soort mee. De soorten samen zijn dus meer dan het "
        "totaal.",
        "Begonnen min gestopt is niet precies de verandering. Een pauze tot 90 dagen telt daar niet als "
        "einde.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(FLAT_RATE,),
    events=(FLAT_RATE_GENERAL, CORONA),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
