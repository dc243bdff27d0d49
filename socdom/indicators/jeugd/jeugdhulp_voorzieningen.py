"""Youth help provisions that run on the last day of the quarter, by referrer."""

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
from socdom.measures.dimensions import YOUTH_HELP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_voorzieningen",
    title="Voorzieningen jeugdhulp aan het eind van het kwartaal",
    short="Voorzieningen jeugdhulp",
    theme="jeugd",
    group="Gebruik",
    unit="voorzieningen",
    basis="voorzieningen, eind van het kwartaal",
    says="{} voorzieningen jeugdhulp lopen aan het eind van het kwartaal",
    counted="voorzieningen",
    format="aantal",
    moment="stand",
    measure=Stock(Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP}), of="rows"),
    group_by=("verwijzer",),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Een jongere kan meer dan één voorziening hebben. Dit cijfer laat ook zien wie naar de lopende hulp "
        "verwees."
    ),
    reading=(
        "We tellen elke voorziening die op de laatste dag van het kwartaal loopt. Een jongere met "
        "twee voorzieningen telt twee keer. Ook jongeren van 18 jaar en ouder tellen mee."
    ),
    pitfalls=(
        CONTRACT_TURN,
        "Hulp die lang duurt, telt hier zwaar. Bij nieuwe hulp kan de verdeling over verwijzers anders zijn.",
        "Is de verwijzer niet ingevuld, dan staat de hulp alleen in het totaal.",
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
