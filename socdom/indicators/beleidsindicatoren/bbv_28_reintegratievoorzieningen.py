"""Running re-integration provisions, per 10.000 inhabitants of working age."""

from socdom.indicators.beleidsindicatoren import compulsory
from socdom.indicators.context import LAW_INCOME
from socdom.measures.indicator import Break

indicator = compulsory(
    "28",
    id="bbv_28_reintegratievoorzieningen",
    title="Lopende re-integratievoorzieningen",
    short="Re-integratievoorzieningen (BBV)",
    theme="inkomen",
    unit="per 10.000 inwoners van 15 tot en met 64 jaar",
    basis="per 10.000 inwoners van 15 tot en met 64 jaar",
    says="Er lopen {} inwoners van 15 tot en met 64 jaar",
    counted="re-integratievoorzieningen",
    format="per_10000",
    why="Met een re-integratievoorziening helpt de gemeente mensen op weg naar werk.",
    reading=(
        "Het CBS telt de re-integratievoorzieningen die lopen en deelt door de inwoners van 15 tot en "
        "met 64 jaar. De regels voor de begroting vragen dit cijfer per 10.000 inwoners."
    ),
    pitfalls=(
        "Dit cijfer telt voorzieningen. Wie twee voorzieningen heeft, telt twee keer.",
        "Het CBS en veel gemeenten tonen dit cijfer per 1.000 inwoners. Dan is het tien keer zo klein.",
    ),
    breaks=(
        Break(
            "2023",
            "Andere registratie",
            "Vanaf 2023 leveren gemeenten deze gegevens anders aan het CBS. Vergelijk niet met eerdere jaren.",
        ),
    ),
    law=LAW_INCOME,
    source="CBS, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur werk en inkomen",
)
