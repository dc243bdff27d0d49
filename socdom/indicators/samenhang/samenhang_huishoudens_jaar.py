"""Households with help under two or more laws in the year, per 1.000 households."""

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
from socdom.measures.denominators import HOUSEHOLDS
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.overlap import Overlap

indicator = Indicator(
    id="samenhang_huishoudens_jaar",
    title="Huishoudens met twee of meer soorten hulp in een jaar",
    short="Huishoudens, meer soorten per jaar",
    theme="samenhang",
    group="Per jaar",
    unit="per 1.000 huishoudens",
    basis="per 1.000 huishoudens",
    says="{} huishoudens hadden in het jaar twee of meer soorten hulp",
    counted="huishoudens",
    format="per_1000",
    decimals=1,
    scale=1000,
    every="jaar",
    measure=Overlap(of="households"),
    per=HOUSEHOLDS,
    group_by=("aantal_wetten", "combinatie_wetten"),
    levels=("gemeente",),
    why=(
        "Over een heel jaar hebben meer huishoudens te maken met verschillende soorten hulp dan in "
        "één kwartaal."
    ),
    reading=(
        "We kijken naar vier soorten hulp: Wmo-hulp, jeugdzorg, bijstand en schuldhulp. We tellen elk "
        "huishouden dat in het jaar minstens twee soorten had. We delen door alle huishoudens op 1 "
        "januari."
    ),
    pitfalls=(
        "Dit is niet de som van de vier kwartalen.",
        "De hulp kan van verschillende gezinsleden zijn.",
        "De soorten hoeven niet tegelijk te lopen.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
        "We gaan uit van het huishouden zoals dat nu bekend is. Na een scheiding of verhuizing kan "
        "dat anders zijn geweest.",
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
