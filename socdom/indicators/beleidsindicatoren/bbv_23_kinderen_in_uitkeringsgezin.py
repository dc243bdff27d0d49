"""Children in a family that lives on welfare."""

from socdom.indicators.beleidsindicatoren import compulsory
from socdom.indicators.context import LAW_INCOME

indicator = compulsory(
    "23",
    id="bbv_23_kinderen_in_uitkeringsgezin",
    title="Kinderen in uitkeringsgezin",
    short="Kinderen in uitkeringsgezin",
    theme="inkomen",
    unit="procent van de kinderen tot 18 jaar",
    basis="van de kinderen tot 18 jaar",
    says="{} van de kinderen tot 18 jaar woont in een gezin met een bijstandsuitkering",
    counted="kinderen",
    format="procent",
    why=(
        "Kinderen in een gezin met weinig geld kunnen minder vaak meedoen. De gemeente heeft "
        "regelingen voor deze gezinnen."
    ),
    reading=(
        "Dit zijn kinderen tot 18 jaar in een gezin dat leeft van een bijstandsuitkering. Het aantal "
        "is gedeeld door alle kinderen tot 18 jaar in de gemeente."
    ),
    pitfalls=(
        "Gezinnen met een laag loon tellen niet mee. Ook zij kunnen weinig geld hebben.",
        "De bron is gewisseld: eerst Verwey-Jonker Instituut, later CBS. Jaren van voor en na de "
        "wissel kunt u niet goed vergelijken.",
    ),
    law=LAW_INCOME,
    source="Verwey-Jonker Instituut, later CBS Jeugd, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur werk en inkomen",
)
