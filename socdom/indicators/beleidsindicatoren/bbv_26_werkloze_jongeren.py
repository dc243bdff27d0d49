"""Young people without work."""

from socdom.indicators.beleidsindicatoren import compulsory
from socdom.indicators.context import (
    LAW_BBV,
)

indicator = compulsory(
    "26",
    id="bbv_26_werkloze_jongeren",
    title="Werkloze jongeren",
    short="Werkloze jongeren",
    theme="inkomen",
    unit="procent van de jongeren van 16 tot en met 22 jaar",
    basis="van de jongeren van 16 tot en met 22 jaar",
    says="{} van de jongeren van 16 tot en met 22 jaar was werkloos",
    counted="jongeren",
    format="procent",
    why="De gemeente helpt jongeren zonder werk naar werk of een opleiding.",
    reading=(
        "Dit zijn jongeren van 16 tot en met 22 jaar die bij het UWV staan ingeschreven en geen baan "
        "hebben. Het aantal is gedeeld door alle jongeren van die leeftijd."
    ),
    pitfalls=(
        "Wie geen werk heeft en niet bij het UWV staat ingeschreven, telt niet mee.",
        "De bron is gewisseld: eerst Verwey-Jonker Instituut, later CBS. Jaren van voor en na de "
        "wissel kunt u niet goed vergelijken.",
    ),
    law=LAW_BBV,
    source="Verwey-Jonker Instituut, later CBS Jeugd, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur werk en inkomen",
)
