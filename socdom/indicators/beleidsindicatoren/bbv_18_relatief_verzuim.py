"""Relative absence: enrolled pupils who stay away without leave."""

from socdom.indicators.beleidsindicatoren import compulsory

indicator = compulsory(
    "18",
    id="bbv_18_relatief_verzuim",
    title="Relatief verzuim",
    short="Relatief verzuim",
    theme="jeugd",
    unit="per 1.000 leerlingen",
    basis="per 1.000 leerlingen",
    says="{} leerlingen waren zonder toestemming afwezig van school",
    counted="leerlingen",
    format="per_1000",
    why="Vaak afwezig zijn kan een teken zijn dat een kind hulp nodig heeft.",
    reading=(
        "Dit zijn leerlingen die bij een school staan ingeschreven en zonder toestemming afwezig "
        "waren, per 1.000 leerlingen. Het jaar is het laatste jaar van het schooljaar: 2019 is het "
        "schooljaar 2018/2019."
    ),
    pitfalls=(
        "Scholen melden verzuim niet allemaal even vaak. Meer meldingen zijn niet altijd meer verzuim.",
        "In de schooljaren met coronamaatregelen kan het verzuim anders zijn geteld.",
    ),
    law="Leerplichtwet 1969",
    source="DUO en Ingrado, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur onderwijs",
)
