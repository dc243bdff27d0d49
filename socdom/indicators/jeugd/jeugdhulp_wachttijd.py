"""Time from the decision on youth help to its start, median in weeks."""

from socdom.indicators.context import ANALYST, CORONA, LAW_YOUTH, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.dimensions import YOUTH_HELP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.duration import Duration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_wachttijd",
    title="Wachttijd voor jeugdhulp",
    short="Wachttijd jeugdhulp",
    theme="jeugd",
    unit="weken",
    basis="weken van besluit tot start, de middelste",
    says="Het wachten op jeugdhulp na het besluit duurt {} (de middelste wachttijd)",
    format="weken",
    decimals=1,
    measure=Duration(
        Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP}, new_only=True),
        from_="assigned",
        to="start",
        unit="weken",
    ),
    group_by=("soort_jeugd",),
    levels=("gemeente",),
    provisional=2,
    why=("Jongeren en ouders willen na het besluit snel hulp. Dit cijfer laat zien hoe lang zij wachten."),
    reading=(
        "We nemen alle hulp waarmee jongeren in het kwartaal begonnen, na meer dan 90 dagen zonder "
        "jeugdhulp. We tellen van het besluit tot het begin. Het cijfer is de middelste wachttijd: de "
        "helft wachtte korter en de helft langer."
    ),
    pitfalls=(
        "Wie nog wacht, telt nog niet mee.",
        "Het wachten vóór het besluit zit hier niet in.",
        "Hulp die al liep toen het besluit kwam, tellen we niet mee.",
        "De middelste wachttijd zegt niets over wie het langst wacht.",
    ),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    key_figure=True,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
