"""Wmo provisions that run on the last day of the quarter."""

from socdom.indicators.context import (
    ANALYST,
    CONTRACT_TURN,
    CORONA,
    FLAT_RATE,
    FLAT_RATE_GENERAL,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_voorzieningen",
    title="Voorzieningen Wmo aan het eind van het kwartaal",
    short="Voorzieningen Wmo",
    theme="wmo",
    group="Gebruik",
    unit="voorzieningen",
    basis="voorzieningen, eind van het kwartaal",
    says="{} voorzieningen van de Wmo lopen aan het eind van het kwartaal",
    counted="voorzieningen",
    format="aantal",
    moment="stand",
    measure=Stock(Selection("provisions", {"law": "wmo"}), of="rows"),
    group_by=("soort_wmo", "vorm"),
    levels=("gemeente", "wijk"),
    provisional=2,
    why=(
        "Een inwoner kan meer dan één voorziening hebben. Dit cijfer laat zien hoeveel voorzieningen de "
        "gemeente tegelijk heeft lopen."
    ),
    reading=(
        "We tellen elke voorziening die op de laatste dag van het kwartaal loopt. Een inwoner met drie "
        "voorzieningen telt dus drie keer."
    ),
    pitfalls=(
        CONTRACT_TURN,
        "Het aantal voorzieningen is hoger dan het aantal inwoners met hulp.",
        "Aanbieders delen hulp soms anders op. Dan verandert het aantal voorzieningen en de hulp niet.",
        "Hulp die te laat is gemeld, telt later alsnog mee.",
    ),
    breaks=(FLAT_RATE,),
    events=(FLAT_RATE_GENERAL, CORONA),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="beleidsadviseur Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
