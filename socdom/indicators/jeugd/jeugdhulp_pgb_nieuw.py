"""Share of new youth help with a personal budget."""

from socdom.indicators.context import ANALYST, CORONA, LAW_YOUTH, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.dimensions import YOUTH_HELP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import Share
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_pgb_nieuw",
    title="Nieuwe jeugdhulp met een pgb",
    short="Nieuwe jeugdhulp met een pgb",
    theme="jeugd",
    group="Soort en aanbieder",
    unit="procent",
    basis="van alle nieuwe jeugdhulp",
    says="{} van de nieuwe jeugdhulp begon met een pgb",
    counted="nieuwe voorzieningen",
    format="procent",
    decimals=1,
    scale=100,
    measure=Share(
        Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP}, new_only=True),
        part={"form": "pgb"},
        at="start",
    ),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Ouders kunnen kiezen: hulp van een aanbieder van de gemeente of een eigen budget. Met een "
        "persoonsgebonden budget (pgb) kopen zij zelf hulp in."
    ),
    reading=(
        "We nemen alle hulp waarmee jongeren in het kwartaal begonnen, na meer dan 90 dagen zonder "
        "jeugdhulp. Het cijfer is het deel met een pgb."
    ),
    pitfalls=(
        "Het gaat om nieuwe hulp. Onder alle jongeren met hulp kan het deel met een pgb anders zijn.",
        "Wie later overstapt naar een pgb, telt hier niet mee.",
        "Een jongere die op één dag met twee soorten hulp begint, telt twee keer.",
    ),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
