"""Share of the declarations for Wmo help that goes to the three largest providers."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    FLAT_RATE,
    FLAT_RATE_GENERAL,
    LAW_WMO,
    NEXT_REVIEW,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.concentration import Concentration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="wmo_grootste_aanbieders",
    title="Deel van de drie grootste aanbieders van Wmo-hulp",
    short="Drie grootste aanbieders Wmo",
    theme="wmo",
    group="Soort en aanbieder",
    unit="procent",
    basis="van het bedrag van alle declaraties",
    says="{} van het gedeclareerde bedrag voor Wmo-hulp ging naar de drie grootste aanbieders",
    format="procent",
    scale=100,
    measure=Concentration(Selection("declarations", {"law": "wmo"}), top=3),
    levels=("gemeente",),
    provisional=3,
    incomplete=1,
    why=(
        "De gemeente koopt hulp in bij verschillende aanbieders. Gaat veel geld naar een paar aanbieders, "
        "dan heeft hun vertrek meer gevolgen."
    ),
    reading=(
        "We tellen per aanbieder de declaraties op voor hulp in het kwartaal. We delen het bedrag van "
        "de drie grootste aanbieders door het bedrag van alle aanbieders."
    ),
    pitfalls=(
        "De drie grootste aanbieders zijn niet elk kwartaal dezelfde.",
        "Aanbieders die bij één bedrijf horen, tellen apart.",
        "Hulp met een pgb en hulp zonder bekende aanbieder tellen niet mee.",
        "Stuurt een grote aanbieder zijn rekening later, dan is het cijfer eerst te laag.",
        "Zijn er drie aanbieders of minder, dan is er geen cijfer.",
    ),
    breaks=(FLAT_RATE,),
    events=(FLAT_RATE_GENERAL, CORONA),
    law=LAW_WMO,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="contractmanager Wmo",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
