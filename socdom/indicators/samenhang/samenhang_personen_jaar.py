"""Persons with help under two or more laws in the year, per 1.000 inhabitants."""

from socdom.indicators.context import (
    ANALYST,
    CORONA_YEAR,
    FLAT_RATE_GENERAL_YEAR,
    FLAT_RATE_YEAR,
    LAW_ALL,
    NEXT_REVIEW,
    RESIDENCE_YOUTH_YEAR,
    REVIEWED,
    SOURCE,
)
from socdom.measures.denominators import EVERYBODY
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.overlap import Overlap

indicator = Indicator(
    id="samenhang_personen_jaar",
    title="Inwoners met twee of meer soorten hulp in een jaar",
    short="Meer soorten hulp per jaar",
    theme="samenhang",
    group="Per jaar",
    unit="per 1.000 inwoners",
    basis="per 1.000 inwoners",
    says="{} inwoners hadden in het jaar twee of meer soorten hulp",
    counted="inwoners",
    format="per_1000",
    decimals=1,
    scale=1000,
    every="jaar",
    measure=Overlap(of="persons"),
    per=EVERYBODY,
    group_by=("aantal_wetten", "combinatie_wetten"),
    levels=("gemeente",),
    why="Over een heel jaar hebben meer mensen te maken met verschillende soorten hulp dan in één kwartaal.",
    reading=(
        "We kijken naar vier soorten hulp: Wmo-hulp, jeugdzorg, bijstand en schuldhulp. We tellen "
        "elke inwoner die in het jaar minstens twee soorten had. We delen door alle inwoners op 1 "
        "januari."
    ),
    pitfalls=(
        "Dit is niet de som van de vier kwartalen.",
        "De soorten hoeven niet tegelijk te lopen. Eerst schuldhulp en later Wmo in hetzelfde jaar telt ook.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(
        FLAT_RATE_YEAR,
        RESIDENCE_YOUTH_YEAR,
    ),
    events=(
        FLAT_RATE_GENERAL_YEAR,
        CORONA_YEAR,
    ),
    law=LAW_ALL,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur sociaal domein",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
