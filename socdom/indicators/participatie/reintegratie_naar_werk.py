"""Share of the re-integration provisions that end whose reason is work."""

from socdom.indicators.context import ANALYST, CORONA, LAW_INCOME, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.share import Share
from socdom.measures.selection import Selection

indicator = Indicator(
    id="reintegratie_naar_werk",
    title="Re-integratie die eindigt met werk",
    short="Re-integratie eindigt met werk",
    theme="inkomen",
    group="Soort en reden",
    unit="procent",
    basis="van alle voorzieningen die eindigen",
    says="{} van de re-integratievoorzieningen die eindigden, eindigde met werk",
    counted="voorzieningen",
    format="procent",
    scale=100,
    measure=Share(Selection("reintegrations"), {"end_reason": "werk"}, at="end"),
    levels=("gemeente",),
    why=(
        "Een re-integratievoorziening helpt iemand op weg naar werk. Dit cijfer laat zien hoe vaak "
        "een voorziening zo eindigt."
    ),
    reading=(
        "We nemen alle voorzieningen die in het kwartaal eindigden. Het cijfer is het deel met werk "
        "als reden."
    ),
    pitfalls=(
        "Niet elke voorziening heeft direct werk als doel. Scholing en begeleiding zijn vaak een "
        "eerste stap.",
        "Het cijfer zegt niet of iemand werk vond door de voorziening.",
        "Of iemand het werk houdt, is hier niet te zien.",
        "Is de reden niet ingevuld, dan telt de voorziening alleen mee in het geheel.",
    ),
    events=(CORONA,),
    law=LAW_INCOME,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur werk en inkomen",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
