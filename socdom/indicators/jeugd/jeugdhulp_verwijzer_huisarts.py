"""Share of new youth help that a general practitioner referred to."""

from socdom.indicators.context import ANALYST, CORONA, LAW_YOUTH, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.dimensions import YOUTH_HELP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import Share
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_verwijzer_huisarts",
    title="Nieuwe jeugdhulp na verwijzing door de huisarts",
    short="Verwezen door de huisarts",
    theme="jeugd",
    unit="procent",
    basis="van alle nieuwe jeugdhulp",
    says="{} van de nieuwe jeugdhulp begon na een verwijzing door de huisarts",
    counted="nieuwe voorzieningen",
    format="procent",
    scale=100,
    measure=Share(
        Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP}, new_only=True),
        part={"referrer": "02"},
        at="start",
    ),
    group_by=("soort_jeugd",),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Niet alleen de gemeente kan een jongere naar jeugdhulp verwijzen. Ook de huisarts, de jeugdarts "
        "en de rechter doen dat. De gemeente betaalt de hulp wel."
    ),
    reading=(
        "We nemen alle hulp waarmee jongeren in het kwartaal begonnen, na meer dan 90 dagen zonder "
        "jeugdhulp. Het cijfer is het deel waarbij de huisarts verwees."
    ),
    pitfalls=(
        "Een jongere die op één dag met twee soorten hulp begint, telt twee keer.",
        "Is de verwijzer niet ingevuld, dan telt de hulp wel mee in het geheel.",
        "Het cijfer zegt niets over de vraag of een verwijzing nodig was.",
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
