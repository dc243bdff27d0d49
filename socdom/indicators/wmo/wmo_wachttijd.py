"""Time from the decision on Wmo help to its start, median in weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_WMO, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_wachttijd",
    title="Wachttijd voor Wmo-hulp",
    short="Wachttijd Wmo",
    theme="wmo",
    group="Toegang en wachttijd",
    unit="weken",
    basis="weken van besluit tot start, de middelste",
    says="Het wachten op Wmo-hulp na het besluit duurt {} (de middelste wachttijd)",
    format="weken",
    decimals=1,
    measure=Duration(
        Selection("provisions", {"law": "wmo"}, new_only=True),
        from_="assigned",
        to="start",
        unit="weken",
    ),
    group_by=("soort_wmo",),
    levels=("gemeente",),
    provisional=2,
    why=("Na het besluit moet de hulp nog beginnen. Dit cijfer laat zien hoe lang inwoners daarop wachten."),
    reading=(
        "We nemen alle hulp waarmee inwoners in het kwartaal begonnen, na meer dan 90 dagen zonder "
        "Wmo-hulp. We tellen van het besluit tot het begin. Het cijfer is de middelste wachttijd: de "
        "helft wachtte korter en de helft langer."
    ),
    pitfalls=(
        "Wie nog wacht, telt nog niet mee.",
        "Het wachten vóór het besluit zit hier niet in.",
        "Hulp die al liep toen het besluit kwam, tellen we niet mee.",
        "De middelste wachttijd zegt niets over wie het langst wacht.",
    ),
    events=(CORONA,),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
