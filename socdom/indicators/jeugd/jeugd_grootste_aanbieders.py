"""Share of the declarations for youth care that goes to the three largest providers."""

from socdom.indicators.context import (
    ANALYST,
    CORONA,
    LAW_YOUTH,
    NEXT_REVIEW,
    RESIDENCE_YOUTH,
    REVIEWED,
    SOURCE,
)
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.concentration import Concentration
from socdom.measures.selection import Selection

indicator = Indicator(
    id="jeugd_grootste_aanbieders",
    title="Deel van de drie grootste aanbieders van jeugdzorg",
    short="Drie grootste aanbieders jeugd",
    theme="jeugd",
    group="Soort en aanbieder",
    unit="procent",
    basis="van het bedrag van alle declaraties",
    says="{} van het gedeclareerde bedrag voor jeugdzorg ging naar de drie grootste aanbieders",
    format="procent",
    scale=100,
    measure=Concentration(Selection("declarations", {"law": "jeugd"}), top=3),
    levels=("gemeente",),
    provisional=3,
    incomplete=1,
    why=(
        "De gemeente koopt zorg in bij verschillende aanbieders. Gaat veel geld naar een paar aanbieders, "
        "dan heeft hun vertrek meer gevolgen."
    ),
    reading=(
        "We tellen per aanbieder de declaraties op voor zorg in het kwartaal. We delen het bedrag van "
        "de drie grootste aanbieders door het bedrag van alle aanbieders."
    ),
    pitfalls=(
        "De drie grootste aanbieders zijn niet elk kwartaal dezelfde.",
        "Aanbieders die bij één bedrijf horen, tellen apart.",
        "Zorg met een pgb en zorg zonder bekende aanbieder tellen niet mee.",
        "Stuurt een grote aanbieder zijn rekening later, dan is het cijfer eerst te laag.",
        "Zijn er drie aanbieders of minder, dan is er geen cijfer.",
    ),
    breaks=(RESIDENCE_YOUTH,),
    events=(CORONA,),
    law=LAW_YOUTH,
    source=SOURCE,
    written_by=ANALYST,
    checked_by="contractmanager jeugd",
    reviewed=REVIEWED,
    next_review=NEXT_REVIEW,
)
