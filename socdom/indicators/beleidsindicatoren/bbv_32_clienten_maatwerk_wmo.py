"""Clients with a Wmo arrangement, per 10.000 inhabitants."""

from socdom.indicators.beleidsindicatoren import compulsory
from socdom.indicators.context import LAW_WMO
from socdom.measures.indicator import Break

indicator = compulsory(
    "32",
    id="bbv_32_clienten_maatwerk_wmo",
    title="Cliënten met een maatwerkarrangement Wmo",
    short="Wmo-cliënten (BBV)",
    theme="wmo",
    unit="per 10.000 inwoners",
    basis="per 10.000 inwoners",
    says="{} inwoners hebben een maatwerkarrangement uit de Wmo",
    counted="cliënten",
    format="per_10000",
    why="Met een maatwerkarrangement krijgt iemand hulp die past bij wat hij of zij nodig heeft.",
    reading=(
        "Het CBS telt de inwoners met een maatwerkarrangement in de periode, uit cijfers van "
        "gemeenten (GMSD). Het aantal is gedeeld door alle inwoners."
    ),
    pitfalls=(
        "Het CBS en veel gemeenten tonen dit cijfer per 1.000 inwoners. Dan is het tien keer zo klein.",
        "Alleen gemeenten die gegevens leveren, hebben een cijfer.",
    ),
    breaks=(
        Break(
            "2019",
            "Abonnementstarief",
            "Vanaf 2019 betalen inwoners voor Wmo-hulp een vast tarief: het abonnementstarief.",
        ),
    ),
    law=LAW_WMO,
    source="GMSD van VNG en CBS, via waarstaatjegemeente.nl",
    checked_by="beleidsadviseur Wmo",
)
