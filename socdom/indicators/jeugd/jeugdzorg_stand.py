"""Young people with youth help, protection or probation on the last day of the quarter."""

from socdom.indicators.context import (
    ANALYST,
    CONTRACT_TURN,
    CORONA,
    LAW_YOUTH,
    NEXT_REVIEW,
    RESIDENCE_YOUTH,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdzorg_stand",
    title="Jongeren met jeugdzorg aan het eind van het kwartaal",
    short="Jeugdzorg, eind van het kwartaal",
    theme="jeugd",
    group="Gebruik",
    unit="jongeren",
    basis="jongeren, eind van het kwartaal",
    says="{} jongeren hebben jeugdzorg aan het eind van het kwartaal",
    counted="jongeren",
    format="aantal",
    moment="stand",
    measure=Stock(Selection("provisions", {"law": "jeugd"})),
    group_by=("categorie_jeugd", "vorm"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Dit cijfer laat zien hoeveel jongeren op één dag zorg hebben. Zo kunt u kwartalen goed "
        "vergelijken, ook als er veel zorg begint of stopt."
    ),
    reading=(
        "We tellen elke jongere die op de laatste dag van het kwartaal jeugdhulp, jeugdbescherming of "
        "jeugdreclassering heeft. Ook jongeren van 18 jaar en ouder tellen mee. Wie meer soorten zorg "
        "heeft, telt één keer."
    ),
    pitfalls=(
        CONTRACT_TURN,
        "Het cijfer is anders dan het deel van de jongeren met jeugdhulp. Dat gaat over het hele kwartaal "
        "en alleen over jongeren tot 18 jaar.",
        "Wie meer soorten zorg heeft, telt bij elke soort mee. De soorten samen zijn dus meer dan het "
        "totaal.",
        "Zorg die op de laatste dag eindigt, telt niet meer mee.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(RESIDENCE_YOUTH,),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
