"""Inhabitants with sheltered housing or shelter (iWmo categories 15 to 18) on the last day of the quarter."""

from socdom.indicators.context import ANALYST, CONTRACT_TURN, CORONA, LAW_WMO, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_verblijf_opvang",
    title="Inwoners met beschermd wonen of opvang",
    short="Beschermd wonen en opvang",
    theme="wmo",
    group="Soort en aanbieder",
    unit="inwoners",
    basis="inwoners, eind van het kwartaal",
    says="{} inwoners wonen beschermd of zijn in de opvang",
    counted="inwoners",
    format="aantal",
    moment="stand",
    measure=Stock(Selection("provisions", {"law": "wmo", "category": ("15", "16", "17", "18")})),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Sommige inwoners kunnen niet alleen wonen of hebben geen veilig huis. De gemeente zorgt dan voor "
        "een plek met hulp."
    ),
    reading=(
        "We tellen elke inwoner die op de laatste dag van het kwartaal beschermd woont of in de opvang is. "
        "Wie op die dag vertrekt, telt niet meer mee."
    ),
    pitfalls=(
        CONTRACT_TURN,
        "Vaak regelt een grotere gemeente deze hulp voor de hele regio. Dan staan de inwoners in de cijfers "
        "van die gemeente.",
        "Wie in de opvang is zonder besluit van de gemeente, telt niet mee.",
        "Het gaat meestal om weinig inwoners. Kleine verschillen zeggen weinig.",
    ),
    events=(CORONA,),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
