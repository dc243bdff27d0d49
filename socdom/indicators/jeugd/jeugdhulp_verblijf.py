"""Young people with youth help with stay on the last day of the quarter, per 1.000."""

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
from socdom.measures.denominators import YOUTH_0_17
from socdom.measures.dimensions import YOUTH_STAY
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_verblijf",
    title="Jongeren met jeugdhulp met verblijf",
    short="Jeugdhulp met verblijf",
    theme="jeugd",
    group="Soort en aanbieder",
    unit="per 1.000 jongeren tot 18 jaar",
    basis="per 1.000 jongeren tot 18 jaar",
    says="{} jongeren tot 18 jaar krijgen jeugdhulp met verblijf",
    counted="jongeren",
    format="per_1000",
    decimals=1,
    scale=1000,
    moment="stand",
    measure=Stock(Selection("provisions", {"law": "jeugd", "category": YOUTH_STAY}, ages=(0, 17))),
    per=YOUTH_0_17,
    group_by=("leeftijd_jeugd",),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "De gemeente wil dat kinderen zo veel mogelijk thuis opgroeien. Soms kan dat niet. Dit cijfer laat "
        "zien hoeveel jongeren op één dag hulp krijgen op een plek waar ze ook slapen."
    ),
    reading=(
        "We tellen elke jongere tot 18 jaar die op de laatste dag van het kwartaal hulp met verblijf "
        "heeft. Dat is een pleeggezin, een gezinshuis, een gesloten instelling of een andere "
        "instelling. De leeftijd is die op de eerste dag van het kwartaal. We delen door alle "
        "jongeren tot 18 jaar op die dag."
    ),
    pitfalls=(
        CONTRACT_TURN,
        "Wie in het kwartaal vertrok, telt niet mee. In een heel kwartaal zijn er dus meer jongeren.",
        "Crisishulp en landelijk ingekochte hulp tellen hier niet mee, ook als de jongere er slaapt.",
        "Het gaat om weinig jongeren. Kleine verschillen zeggen weinig.",
        "Een jongere telt in de wijk waar hij is ingeschreven.",
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
