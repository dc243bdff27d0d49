"""Time within which nine out of ten start with youth help after the decision, in weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_YOUTH, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.dimensions import YOUTH_HELP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_wachttijd_p90",
    title="Wachttijd waarin negen van de tien met jeugdhulp beginnen",
    short="Wachttijd jeugd, negen van de tien",
    theme="jeugd",
    group="Toegang en wachttijd",
    unit="weken",
    basis="weken van besluit tot start, voor negen van de tien",
    says="Negen van de tien keer begon jeugdhulp binnen {} na het besluit",
    format="weken",
    decimals=1,
    measure=Duration(
        Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP}, new_only=True),
        from_="assigned",
        to="start",
        unit="weken",
        statistic="p90",
    ),
    levels=("gemeente",),
    provisional=2,
    why=(
        "De middelste wachttijd zegt niets over wie het langst wacht. Dit cijfer laat zien hoe lang het "
        "bijna altijd hoogstens duurt."
    ),
    reading=(
        "We nemen alle hulp waarmee jongeren in het kwartaal begonnen, na meer dan 90 dagen zonder "
        "jeugdhulp. Bij negen van de tien duurde het wachten zo lang of korter."
    ),
    pitfalls=(
        "Wie nog wacht, telt nog niet mee.",
        "Het wachten vóór het besluit zit hier niet in.",
        "Een paar keer lang wachten maakt dit cijfer snel hoger. Bij minder dan 50 keer tonen we het niet.",
        "Hulp die al liep toen het besluit kwam, tellen we niet mee.",
    ),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
