"""Running re-integration provisions, per 10.000 inhabitants of working age."""

from socdom.indicators.beleidsindicatoren import compulsory
from socdom.indicators.context import LAW_INCOME

indicator = compulsory(
    "28",
    id="bbv_28_reintegratievoorzieningen",
    title="Lopende re-integratievoorzieningen",
    short="Re-integratievoorzieningen (BBV)",
    theme="inkomen",
    unit="per 10.000 inwoners van 15 tot en met 64 jaar",
    basis="per 10.000 inwoners van 15 tot en met 64 jaar",
    says="Het aantal lopende re-integratievoorzieningen is {} inwoners van 15 tot en met 64 jaar",
    counted="voorzieningen",
    format="per_10000",
    why="Met een re-integratievoorziening helpt de gemeente mensen op weg naar werk.",
    reading=(
        "Het CBS telt de voorzieningen die lopen en deelt door de inwoners van 15 tot en met 64 jaar. "
        "Voorbeelden zijn loonkostensubsidie, scholing en beschut werk."
    ),
    pitfalls=(
        "Dit cijfer telt voorzieningen. Wie twee voorzieningen heeft, telt twee keer.",
        "Het CBS en veel gemeenten tonen dit cijfer per 1.000 inwoners. Dan is het tien keer zo klein.",
    ),
    law=LAW_INCOME,
    source="CBS, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur werk en inkomen",
)
