"""Early school leavers, as a share of those in secondary and vocational education."""

from socdom.indicators.beleidsindicatoren import compulsory

indicator = compulsory(
    "19",
    id="bbv_19_vroegtijdig_schoolverlaters",
    title="Vroegtijdig schoolverlaters zonder startkwalificatie (vsv-ers)",
    short="Vroegtijdig schoolverlaters",
    theme="jeugd",
    unit="procent van de deelnemers aan vo en mbo",
    basis="van de deelnemers aan vo en mbo",
    says="{} van de leerlingen ging van school zonder startkwalificatie",
    counted="leerlingen",
    format="procent",
    why=(
        "Met een startkwalificatie vinden jongeren makkelijker werk. Dat is een diploma van havo, vwo "
        "of mbo niveau 2 of hoger."
    ),
    reading=(
        "Dit zijn leerlingen van het voortgezet onderwijs en het mbo die stopten zonder "
        "startkwalificatie. Het aantal is gedeeld door alle leerlingen van deze scholen die in de "
        "gemeente wonen. Het jaar is het laatste jaar van het schooljaar: 2019 is het schooljaar "
        "2018/2019."
    ),
    pitfalls=(
        "De eerste cijfers over een schooljaar zijn voorlopig. Ze kunnen nog veranderen.",
        "Wie later alsnog een diploma haalt, blijft in dit cijfer staan.",
    ),
    law="Wet educatie en beroepsonderwijs",
    source="DUO en Ingrado, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur onderwijs",
)
