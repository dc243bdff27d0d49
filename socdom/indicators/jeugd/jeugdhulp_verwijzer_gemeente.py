"""Share of new youth help that the municipality itself referred to."""

from socdom.indicators.context import ANALYST, CORONA, LAW_YOUTH, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.dimensions import YOUTH_HELP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import Share
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_verwijzer_gemeente",
    title="Nieuwe jeugdhulp na verwijzing door de gemeente",
    short="Verwezen door de gemeente",
    theme="jeugd",
    group="Soort en aanbieder",
    unit="procent",
    basis="van alle nieuwe jeugdhulp",
    says="{} van de nieuwe jeugdhulp begon na een verwijzing door de gemeente",
    counted="nieuwe voorzieningen",
    format="procent",
    scale=100,
    measure=Share(
        Selection("provisions", {"law": "jeugd", "category": YOUTH_HELP}, new_only=True),
        part={"referrer": "01"},
        at="start",
    ),
    levels=("gemeente",),
    provisional=2,
    why=(
        "De gemeente verwijst zelf naar jeugdhulp, vaak via een wijkteam. Ook de huisarts, de jeugdarts en "
        "de rechter verwijzen."
    ),
    reading=(
        "We nemen alle hulp waarmee jongeren in het kwartaal begonnen, na meer dan 90 dagen zonder "
        "jeugdhulp. Het cijfer is het deel waarbij de gemeente verwees."
    ),
    pitfalls=(
        "Een jongere die op één dag met twee soorten hulp begint, telt twee keer.",
        "Is de verwijzer niet ingevuld, dan telt de hulp wel mee in het geheel.",
        "Dit cijfer en dat van de huisarts zijn samen geen 100 procent. Er zijn ook andere verwijzers.",
    ),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
