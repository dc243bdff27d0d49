"""Persons with help under two or more laws in the quarter, per 1.000 inhabitants."""

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
from socdom.measures.denominators import EVERYBODY
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.overlap import Overlap

indicator = Indicator(
    id="samenhang_personen",
    title="Inwoners met twee of meer soorten hulp",
    short="Twee of meer soorten hulp",
    theme="samenhang",
    group="Gebruik",
    unit="per 1.000 inwoners",
    basis="per 1.000 inwoners",
    says="{} inwoners hadden twee of meer soorten hulp",
    counted="inwoners",
    format="per_1000",
    decimals=1,
    scale=1000,
    measure=Overlap(of="persons"),
    per=EVERYBODY,
    group_by=("aantal_wetten", "combinatie_wetten"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Wie meer soorten hulp heeft, krijgt vaak te maken met verschillende medewerkers en regels. "
        "Goed samenwerken is dan belangrijk."
    ),
    reading=(
        "We kijken naar vier soorten hulp: Wmo-hulp, jeugdzorg, bijstand en schuldhulp. We tellen "
        "elke inwoner die in het kwartaal minstens twee soorten had. We delen door alle inwoners op "
        "de eerste dag van het kwartaal."
    ),
    pitfalls=(
        "Twee voorzieningen uit dezelfde wet tellen als één soort.",
        "De soorten hoeven niet op dezelfde dag te lopen. Allebei in hetzelfde kwartaal is genoeg.",
        "Jeugdzorg voor een kind en bijstand voor een ouder ziet u alleen bij de huishoudens.",
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
