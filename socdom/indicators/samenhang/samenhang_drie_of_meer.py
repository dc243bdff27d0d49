"""Households with help under three or more laws in the quarter."""

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
    id="samenhang_drie_of_meer",
    title="Huishoudens met drie of vier soorten hulp",
    short="Drie of vier soorten hulp",
    theme="samenhang",
    group="Gebruik",
    unit="huishoudens",
    basis="huishoudens in dit kwartaal",
    says="{} huishoudens hadden drie of vier soorten hulp",
    counted="huishoudens",
    format="aantal",
    measure=Overlap(of="households", at_least=3),
    levels=("gemeente",),
    provisional=2,
    why=(
        "Bij drie of meer soorten hulp zijn vaak veel hulpverleners betrokken. De gemeente kan dan "
        "met het gezin één plan maken."
    ),
    reading=(
        "We kijken naar vier soorten hulp: Wmo-hulp, jeugdzorg, bijstand en schuldhulp. We tellen elk "
        "huishouden dat in het kwartaal minstens drie soorten had."
    ),
    pitfalls=(
        "Het gaat om weinig huishoudens. Kleine verschillen zeggen weinig.",
        "De hulp kan van verschillende gezinsleden zijn.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
        "We gaan uit van het huishouden zoals dat nu bekend is. Na een scheiding of verhuizing kan "
        "dat anders zijn geweest.",
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
