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
    why="Kinderen moeten vanaf 5 jaar naar school. Wie nergens is ingeschreven, valt buiten beeld.",
    reading=(
        "Dit zijn leerplichtige kinderen die bij geen enkele school staan ingeschreven, per 1.000 "
        "leerlingen. Het jaar is het laatste jaar van het schooljaar: 2019 is het schooljaar "
        "2018/2019."
    ),
    pitfalls=(
        "Gemeenten registreren dit niet allemaal op dezelfde manier.",
        "Het gaat om weinig kinderen. Kleine verschillen zeggen weinig.",
    ),
    law="Leerplichtwet 1969",
    source="DUO en Ingrado, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur onderwijs",
)
