"""Share of the persons with help who have two or more kinds."""

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
    id="samenhang_aandeel_personen",
    title="Deel van de inwoners met hulp dat meer soorten heeft",
    short="Deel met meer soorten hulp",
    theme="samenhang",
    group="Gebruik",
    unit="procent",
    basis="van alle inwoners met hulp",
    says="{} van de inwoners met hulp had twee of meer soorten",
    counted="inwoners",
    format="procent",
    decimals=1,
    scale=100,
    measure=Overlap(of="persons", share=True),
    levels=("gemeente", "wijk"),
    provisional=2,
    why="Dit cijfer laat zien hoe vaak soorten hulp samengaan bij de mensen die hulp hebben.",
    reading=(
        "We nemen iedereen die in het kwartaal Wmo-hulp, jeugdzorg, bijstand of schuldhulp had. Het "
        "cijfer is het deel dat minstens twee soorten had."
    ),
    pitfalls=(
        "Komen er meer inwoners met één soort hulp, dan daalt dit deel.",
        "Twee voorzieningen uit dezelfde wet tellen als één soort.",
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
