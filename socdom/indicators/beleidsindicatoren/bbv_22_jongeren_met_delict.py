"""Young people who came before a judge for an offence."""

from socdom.indicators.beleidsindicatoren import compulsory
from socdom.indicators.context import (
    LAW_BBV,
)

indicator = compulsory(
    "22",
    id="bbv_22_jongeren_met_delict",
    title="Jongeren met een delict voor de rechter",
    short="Jongeren voor de rechter",
    theme="jeugd",
    unit="procent van de jongeren van 12 tot en met 21 jaar",
    basis="van de jongeren van 12 tot en met 21 jaar",
    says="{} van de jongeren van 12 tot en met 21 jaar kwam voor de rechter met een delict",
    counted="jongeren",
    format="procent",
    why="De gemeente helpt voorkomen dat jongeren een misdrijf plegen, en biedt hulp als dat toch gebeurt.",
    reading=(
        "Dit zijn jongeren van 12 tot en met 21 jaar die met een delict voor de rechter kwamen. Het "
        "aantal is gedeeld door alle jongeren van die leeftijd in de gemeente."
    ),
    pitfalls=(
        "Dit cijfer komt een of twee jaar later dan andere cijfers.",
        "De bron is gewisseld: eerst Verwey-Jonker Instituut, later CBS. Jaren van voor en na de "
        "wissel kunt u niet goed vergelijken.",
        "Zaken die niet bij de rechter komen, tellen niet mee.",
    ),
    law=LAW_BBV,
    source="Verwey-Jonker Instituut, later CBS Jeugd, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur jeugd",
)
