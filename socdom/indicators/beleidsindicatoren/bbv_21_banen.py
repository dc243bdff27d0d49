"""Jobs per 1.000 inhabitants of working age."""

from socdom.indicators.beleidsindicatoren import compulsory
from socdom.indicators.context import (
    LAW_BBV,
)

indicator = compulsory(
    "21",
    id="bbv_21_banen",
    title="Banen",
    short="Banen",
    theme="inkomen",
    unit="per 1.000 inwoners van 15 tot en met 64 jaar",
    basis="per 1.000 inwoners van 15 tot en met 64 jaar",
    says="Er zijn {} inwoners van 15 tot en met 64 jaar",
    counted="banen",
    format="per_1000",
    why=(
        "Dit cijfer laat zien hoeveel werk er in de gemeente is, vergeleken met het aantal inwoners "
        "dat kan werken."
    ),
    reading=(
        "We nemen alle banen in de gemeente en delen door de inwoners van 15 tot en met 64 jaar. Een "
        "deel van de banen is voor mensen die ergens anders wonen."
    ),
    pitfalls=(
        "Het cijfer gaat over banen in de gemeente, niet over inwoners met werk.",
        "Ook een baan van een paar uur per week kan als één baan tellen.",
    ),
    law=LAW_BBV,
    source="LISA, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur economie",
)
