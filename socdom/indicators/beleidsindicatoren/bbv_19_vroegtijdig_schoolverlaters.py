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
    says="{} van de deelnemers aan vo en mbo ging van school zonder startkwalificatie",
    counted="deelnemers",
    format="procent",
    why=(
        "Een startkwalificatie is een diploma van havo, vwo of mbo niveau 2 of hoger. Dit cijfer laat "
        "zien hoeveel deelnemers zonder zo'n diploma stopten."
    ),
    reading=(
        "Dit zijn deelnemers aan het voortgezet onderwijs (vo) en het mbo die stopten zonder "
        "startkwalificatie. Het aantal is gedeeld door alle deelnemers. Het jaar is het laatste jaar "
        "van het schooljaar: 2019 is het schooljaar 2018/2019."
    ),
    pitfalls=(
        "De eerste cijfers over een schooljaar kunnen voorlopig zijn. Ze kunnen nog veranderen.",
        "Het cijfer zegt niet waarom iemand stopte, en ook niet of iemand daarna werk heeft.",
    ),
    law="Wet educatie en beroepsonderwijs",
    source="DUO en Ingrado, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur onderwijs",
)
