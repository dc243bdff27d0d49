"""Share of ended youth help that ended earlier than planned."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    END_REASONS,
    EXTENSION,
    LAW_YOUTH,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
    YOUTH_EARLY,
    YOUTH_PLANNED,
)
from socdom.measures.dimensions import YOUTH_HELP
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import Share
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugdhulp_voortijdig",
    title="Jeugdhulp die eerder stopt dan gepland",
    short="Jeugdhulp eerder gestopt",
    theme="jeugd",
    group="Instroom en uitstroom",
    unit="procent",
    basis="van alle hulp die volgens plan of eerder stopte",
    says="{} van de gestopte jeugdhulp stopte eerder dan gepland",
    counted="voorzieningen",
    format="procent",
    scale=100,
    measure=Share(
        Selection(
            "provisions",
            {"law": "jeugd", "category": YOUTH_HELP, "end_reason": YOUTH_PLANNED + YOUTH_EARLY},
        ),
        part={"end_reason": YOUTH_EARLY},
        at="end",
    ),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Hulp kan klaar zijn volgens plan of eerder stoppen. Dit cijfer helpt om daarover met aanbieders te "
        "praten."
    ),
    reading=(
        "We nemen alle voorzieningen die in het kwartaal stopten, volgens plan of eerder. Eerder stoppen "
        "kan door de jongere, door de aanbieder, samen of door iets van buiten."
    ),
    pitfalls=(
        "Overlijden en stoppen door de gemeente tellen niet mee. Stoppen omdat de jongere 18 wordt, "
        "is meestal volgens plan.",
        "Een verhuizing telt vaak als stoppen door iets van buiten.",
        "Een wisseling van aanbieder en een tijdelijke stop tellen niet mee.",
        "Eerder stoppen is niet altijd slecht. De hulp kan ook eerder klaar zijn.",
        "De aanbieder kiest de reden. Aanbieders doen dat niet allemaal hetzelfde.",
        "Hulp die onder een andere wet verdergaat, telt niet mee.",
    ),
    breaks=(END_REASONS, EXTENSION),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
