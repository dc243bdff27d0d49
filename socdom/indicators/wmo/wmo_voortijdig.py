"""Share of ended Wmo provisions that ended earlier than planned."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    END_REASONS,
    EXTENSION,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
    WMO_EARLY,
    WMO_PLANNED,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import Share
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_voortijdig",
    title="Wmo-hulp die eerder stopt dan gepland",
    short="Wmo-hulp eerder gestopt",
    theme="wmo",
    group="Instroom en uitstroom",
    unit="procent",
    basis="van alle hulp die volgens plan of eerder stopte",
    says="{} van de gestopte Wmo-hulp stopte eerder dan gepland",
    counted="voorzieningen",
    format="procent",
    scale=100,
    measure=Share(
        Selection("provisions", {"law": "wmo", "end_reason": WMO_PLANNED + WMO_EARLY}),
        part={"end_reason": WMO_EARLY},
        at="end",
    ),
    group_by=("soort_wmo",),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Hulp kan klaar zijn volgens plan of eerder stoppen. Dit cijfer helpt om daarover met aanbieders te "
        "praten."
    ),
    reading=(
        "We nemen alle voorzieningen die in het kwartaal stopten, volgens plan of eerder. Eerder stoppen "
        "kan door de inwoner, door de aanbieder of samen."
    ),
    pitfalls=(
        "Overlijden, verhuizen en stoppen door de gemeente tellen niet mee. Ook hulp die onder een "
        "andere wet verdergaat, telt niet mee.",
        "Een wisseling van aanbieder en een tijdelijke stop tellen niet mee.",
        "Eerder stoppen is niet altijd slecht. De hulp kan ook eerder klaar zijn.",
        "De aanbieder kiest de reden. Aanbieders doen dat niet allemaal hetzelfde.",
    ),
    breaks=(END_REASONS, EXTENSION),
    events=(CORONA,),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
