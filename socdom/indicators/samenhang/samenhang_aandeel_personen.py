"""Share of the persons with help who have two or more kinds."""

from socdom.indicators.context import ANALYST, CORONA, NEXT_REVIEW, REVIEWED, SOURCE
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.overlap import Overlap

indicator = Indicator(
    id="samenhang_aandeel_personen",
    title="Deel van de mensen met hulp dat meer soorten heeft",
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
    why="Dit cijfer laat zien hoe vaak soorten hulp samengaan bij de mensen die hulp hebben.",
    reading=(
        "We nemen iedereen die in het kwartaal Wmo, jeugdhulp, bijstand of schuldhulp had. We kijken "
        "welk deel minstens twee soorten had."
    ),
    pitfalls=(
        "Als er meer mensen komen met één soort hulp, daalt dit deel.",
        "Twee voorzieningen uit dezelfde wet tellen als één soort.",
    ),
    events=(CORONA,),
    law="Wmo 2015, Jeugdwet, Participatiewet en Wet gemeentelijke schuldhulpverlening",
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur sociaal domein",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
