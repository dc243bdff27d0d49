"""Households with help under two or more laws in the quarter, per 1.000 households."""

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
from socdom.measures.denominators import HOUSEHOLDS
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.overlap import Overlap

indicator = Indicator(
    id="samenhang_huishoudens",
    title="Huishoudens met twee of meer soorten hulp",
    short="Huishoudens met meer soorten hulp",
    theme="samenhang",
    group="Gebruik",
    unit="per 1.000 huishoudens",
    basis="per 1.000 huishoudens",
    says="{} huishoudens hadden twee of meer soorten hulp",
    counted="huishoudens",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=Overlap(of="households"),
    per=HOUSEHOLDS,
    group_by=("aantal_wetten", "combinatie_wetten"),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Binnen één gezin kan het ene gezinslid jeugdzorg hebben en het andere bijstand. Dan is het "
        "goed als hulpverleners dat van elkaar weten."
    ),
    reading=(
        "We kijken naar vier soorten hulp: Wmo-hulp, jeugdzorg, bijstand en schuldhulp. We tellen elk "
        "huishouden dat in het kwartaal minstens twee soorten had. We delen door alle huishoudens op "
        "de eerste dag van het kwartaal."
    ),
    pitfalls=(
        "De hulp kan van verschillende gezinsleden zijn.",
        "We gaan uit van het huishouden zoals dat nu bekend is. Na een scheiding of verhuizing kan "
        "dat anders zijn geweest.",
        "Mensen in een instelling kunnen meetellen als huishouden. Bij het aantal waardoor we delen, "
        "zitten zij niet.",
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
