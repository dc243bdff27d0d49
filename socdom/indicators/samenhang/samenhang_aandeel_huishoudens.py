"""Share of the households with help that have two or more kinds."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    FLAT_RATE,
    FLAT_RATE_GENERAL,
    LAW_ALL,
    NEXT_REVIEW,
    RESIDENCE_YOUTH,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.overlap import Overlap

indicator = Indicator(
    id="samenhang_aandeel_huishoudens",
    title="Deel van de huishoudens met hulp dat meer soorten heeft",
    short="Deel huishoudens met meer soorten",
    theme="samenhang",
    group="Gebruik",
    unit="procent",
    basis="van alle huishoudens met hulp",
    says="{} van de huishoudens met hulp had twee of meer soorten",
    counted="huishoudens",
    format="procent",
    decimals=1,
    scale=100,
    measure=Overlap(of="households", share=True),
    levels=("gemeente",),
    provisional=2,
    why="Dit cijfer laat zien hoe vaak soorten hulp samengaan in huishoudens die hulp hebben.",
    reading=(
        "We nemen elk huishouden dat in het kwartaal Wmo-hulp, jeugdzorg, bijstand of schuldhulp had. "
        "Het cijfer is het deel dat minstens twee soorten had."
    ),
    pitfalls=(
        "De hulp kan van verschillende gezinsleden zijn.",
        "We gaan uit van het huishouden zoals dat nu bekend is. Na een scheiding of verhuizing kan "
        "dat anders zijn geweest.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(
        FLAT_RATE,
        RESIDENCE_YOUTH,
    ),
    events=(
        FLAT_RATE_GENERAL,
        CORONA,
    ),
    law=LAW_ALL,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur sociaal domein",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
