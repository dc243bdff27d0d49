"""Absolute absence: pupils who should be at school and are enrolled nowhere."""

from socdom.indicators.beleidsindicatoren import compulsory

indicator = compulsory(
    "17",
    id="bbv_17_absoluut_verzuim",
    title="Absoluut verzuim",
    short="Absoluut verzuim",
    theme="jeugd",
    unit="per 1.000 leerlingen",
    basis="per 1.000 leerlingen",
    says="{} leerlingen stonden niet ingeschreven bij een school",
    counted="leerlingen",
    format="per_1000",
    why=(
        "Elk kind van 5 tot en met 16 jaar moet naar school. Wie nergens is ingeschreven, valt buiten beeld."
    ),
    reading=(
        "Dit zijn leerplichtige kinderen die bij geen enkele school staan ingeschreven. Het aantal is "
        "gedeeld door alle leerlingen in de gemeente. Het jaar is het laatste jaar van het "
        "schooljaar: 2019 is het schooljaar 2018/2019."
    ),
    pitfalls=(
        "Een kind met vrijstelling van de leerplicht telt niet mee.",
        "Gemeenten geven dit zelf op. Ze doen dat niet allemaal op dezelfde manier.",
    ),
    law="Leerplichtwet 1969",
    source="DUO en Ingrado, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur onderwijs",
)
