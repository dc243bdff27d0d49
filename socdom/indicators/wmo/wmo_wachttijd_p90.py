"""Time within which nine out of ten start with Wmo help after the decision, in weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_WMO, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_wachttijd_p90",
    title="Wachttijd waarin negen van de tien met Wmo-hulp beginnen",
    short="Wachttijd Wmo, negen van de tien",
    theme="wmo",
    group="Toegang en wachttijd",
    unit="weken",
    basis="weken van besluit tot start, voor negen van de tien",
    says="Negen van de tien keer begon Wmo-hulp binnen {} na het besluit",
    format="weken",
    decimals=1,
    measure=Duration(
        Selection("provisions", {"law": "wmo"}, new_only=True),
        from_="assigned",
        to="start",
        unit="weken",
        statistic="p90",
    ),
    group_by=(),
    levels=("gemeente",),
    provisional=2,
    why=(
        "De middelste wachttijd zegt niets over wie het langst wacht. Dit cijfer laat zien hoe lang het "
        "bijna altijd hoogstens duurt."
    ),
    reading=(
        "We nemen alle hulp waarmee inwoners in het kwartaal begonnen, na meer dan 90 dagen zonder "
        "Wmo-hulp. Bij negen van de tien duurde het wachten zo lang of korter."
    ),
    pitfalls=(
        "Wie nog wacht, telt nog niet mee.",
        "Het wachten vóór het besluit zit hier niet in.",
        "Een paar keer lang wachten maakt dit cijfer snel hoger. Bij minder dan 50 keer tonen we het niet.",
        "Hulp die al liep toen het besluit kwam, tellen we niet mee.",
    ),
    events=(CORONA,),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
