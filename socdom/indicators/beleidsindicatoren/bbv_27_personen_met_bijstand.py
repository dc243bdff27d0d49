"""Persons with welfare, per 10.000 inhabitants of 18 and older."""

from socdom.indicators.beleidsindicatoren import compulsory
from socdom.indicators.context import LAW_INCOME

indicator = compulsory(
    "27",
    id="bbv_27_personen_met_bijstand",
    title="Personen met een bijstandsuitkering",
    short="Personen met bijstand (BBV)",
    theme="inkomen",
    unit="per 10.000 inwoners van 18 jaar en ouder",
    basis="per 10.000 inwoners van 18 jaar en ouder",
    says="{} inwoners van 18 jaar en ouder hebben een bijstandsuitkering",
    counted="personen",
    format="per_10000",
    why="Bijstand is het laatste vangnet voor wie te weinig inkomen heeft.",
    reading=(
        "Het CBS telt de personen met een bijstandsuitkering en deelt door de inwoners van 18 jaar en "
        "ouder. De regels voor de begroting vragen dit cijfer per 10.000 inwoners."
    ),
    pitfalls=(
        "Het CBS en veel gemeenten tonen dit cijfer per 1.000 inwoners. Dan is het tien keer zo klein.",
        "De eigen telling van de gemeente kan een ander moment hebben. Dan verschillen de cijfers iets.",
    ),
    law=LAW_INCOME,
    source="CBS, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur werk en inkomen",
)
