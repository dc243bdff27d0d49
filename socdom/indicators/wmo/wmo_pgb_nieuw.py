"""Share of new Wmo help with a personal budget."""

from socdom.indicators.context import ANALYST, CORONA, LAW_WMO, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import Share
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_pgb_nieuw",
    title="Nieuwe Wmo-hulp met een pgb",
    short="Nieuwe Wmo-hulp met een pgb",
    theme="wmo",
    group="Soort en aanbieder",
    unit="procent",
    basis="van alle nieuwe Wmo-hulp",
    says="{} van de nieuwe Wmo-hulp begon met een pgb",
    counted="nieuwe voorzieningen",
    format="procent",
    decimals=1,
    scale=100,
    measure=Share(
        Selection("provisions", {"law": "wmo"}, new_only=True),
        part={"form": "pgb"},
        at="start",
    ),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Inwoners kunnen kiezen: hulp van een aanbieder van de gemeente of een eigen budget. Met een "
        "persoonsgebonden budget (pgb) kopen zij zelf hulp in."
    ),
    reading=(
        "We nemen alle hulp waarmee inwoners in het kwartaal begonnen, na meer dan 90 dagen zonder "
        "Wmo-hulp. Het cijfer is het deel met een pgb."
    ),
    pitfalls=(
        "Het gaat om nieuwe hulp. Onder alle inwoners met hulp kan het deel met een pgb anders zijn.",
        "Wie later overstapt naar een pgb, telt hier niet mee.",
        "Een inwoner die op één dag met twee soorten hulp begint, telt twee keer.",
    ),
    events=(CORONA,),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
